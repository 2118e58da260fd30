package fairnotice.web.workspace.change;

import fairnotice.calendar.Explanation;
import fairnotice.customer.Customer;
import fairnotice.notice.Notice;
import fairnotice.notice.Start;
import fairnotice.notice.WindowClosing;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One notice in the list of who was told.
 *
 * @param ends last day of the notice; null until the clock has started
 * @param objectionsClose null also for who may not object
 * @param closing what has closed the window to object before that day; null while it counts
 */
record ToldLine(
        long id,
        long customer,
        String name,
        boolean told,
        Start start,
        LocalDate ends,
        LocalDate objectionsClose,
        WindowClosing closing,
        Explanation explanation,
        Instant acknowledgedAt,
        boolean unreached,
        boolean leftOut,
        boolean superseded) {

    static ToldLine of(Notice notice, Customer customer, WindowClosing closing) {
        boolean counted = notice.dates() != null;
        return new ToldLine(
                notice.id(),
                notice.customer(),
                customer == null ? "#" + notice.customer() : customer.name(),
                notice.told(),
                notice.start(),
                counted ? notice.dates().noticeEnds().lastDay() : null,
                counted && notice.mayObject() ? notice.dates().objectionsClose().lastDay() : null,
                closing,
                counted ? notice.dates().noticeEnds().explanation() : null,
                notice.acknowledgedAt(),
                notice.unreachedSince() != null && notice.start() == null,
                notice.leftOutAt() != null,
                notice.supersededAt() != null);
    }
}
