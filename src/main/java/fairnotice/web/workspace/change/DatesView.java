package fairnotice.web.workspace.change;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Explanation;
import fairnotice.customer.Customer;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.NoticeDates;
import java.time.Instant;

/**
 * The dates of an announced change: those of the policy, and those that bind now that all clocks are counted.
 *
 * @param notice the customer whose notice ends last, later than the policy's; null when none does
 * @param objection the same for the window to object
 */
record DatesView(NoticeDates standard, ChangeDates binding, Own notice, Own objection) {

    /** A customer's own date that binds the whole. */
    record Own(String customer, Instant endsAt, Explanation explanation) {

        static Own of(Customer customer, Deadline deadline, Instant endsAt) {
            return new Own(customer.name(), endsAt, deadline.explanation());
        }
    }
}
