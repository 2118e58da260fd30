package fairnotice.clearance;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time in which a change was in effect for a customer, and which an objection of it ended.
 *
 * @param from first day, in the zone
 * @param objectedOn the day, in the zone, on which the objection counts as filed
 * @param admittedOn the day, in the zone, of its admission as a new one, until which the use went on; null for an objection that counts from
 *     its filing
 * @param zone of the promise
 */
public record PastUse(LocalDate from, LocalDate objectedOn, LocalDate admittedOn, ZoneId zone) {}
