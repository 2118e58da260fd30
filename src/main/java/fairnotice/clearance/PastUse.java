package fairnotice.clearance;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time in which a change was in effect for a customer, and which an objection of it ended, or that no message reached it.
 *
 * @param from first day, in the zone
 * @param endedOn the day, in the zone, on which the objection counts as filed, or on which it was known that no message had reached the customer
 * @param admittedOn the day, in the zone, of the objection's admission as a new one, until which the use went on; null for an objection that
 *     counts from its filing, and where none ended the use
 * @param missed whether no objection ended it, but that no message had reached the customer of a change that went first
 * @param zone of the promise
 */
public record PastUse(LocalDate from, LocalDate endedOn, LocalDate admittedOn, boolean missed, ZoneId zone) {

    /** The end of the key of the words for what ended it. */
    public String word() {
        return missed ? ".missed" : admittedOn == null ? "" : ".admitted";
    }
}
