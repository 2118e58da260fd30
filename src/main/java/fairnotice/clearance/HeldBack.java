package fairnotice.clearance;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Why a change may not apply to a customer, whatever the list shows.
 *
 * @param lastDay of the last order that it terminated, in the zone; null where the reason is no termination
 * @param zone of that day; null without one
 */
public record HeldBack(Reason reason, LocalDate lastDay, ZoneId zone) {

    /** What keeps it from applying. */
    public enum Reason {
        /** An objection, however it goes on. */
        OBJECTION,
        /** It terminated orders because of its objection, and they still run. */
        LEAVING,
        /** The orders that it terminated have ended. */
        LEFT
    }

    static final HeldBack BY_OBJECTION = new HeldBack(Reason.OBJECTION, null, null);
}
