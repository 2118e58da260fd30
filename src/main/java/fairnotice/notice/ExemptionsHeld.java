package fairnotice.notice;

import fairnotice.change.VendorChange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Exemptions of customers that hold for a change although they were agreed about an earlier one. Implemented by the room that knows the cases. */
public interface ExemptionsHeld {

    /**
     * What was agreed.
     *
     * @param objection reference of the objection that it settled
     * @param until last day in the register's zone; null for one without
     * @param from the day after; null for one without a last day
     */
    record Held(String objection, LocalDate until, LocalDate from) {

        /**
         * The first day of use after it; null where it has no last day.
         *
         * @param earliest by the notice; null while that has not started
         */
        LocalDate useFrom(LocalDate earliest) {
            return from == null || earliest == null || from.isAfter(earliest) ? from : earliest;
        }
    }

    /** Those that hold now, by customer; without the customers that have none, and where they agreed to something about this change since. */
    Map<Long, Held> of(VendorChange change, Collection<Long> customers);
}
