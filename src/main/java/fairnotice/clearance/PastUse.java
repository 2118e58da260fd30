package fairnotice.clearance;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time in which a change was in effect for a customer, and which an objection of it ended.
 *
 * @param from first day, in the zone
 * @param objectedOn the day, in the zone, on which the objection counts as filed, or was admitted after a final refusal
 * @param zone of the promise
 */
public record PastUse(LocalDate from, LocalDate objectedOn, ZoneId zone) {}
