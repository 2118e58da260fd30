package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The dates of one clock.
 *
 * @param noticeEnds the last of the clear days before use
 * @param objectionsClose the last day on which an objection is in time
 */
public record NoticeDates(Deadline noticeEnds, Deadline objectionsClose) {

    /** @param event what started it, in words that follow "from" */
    static NoticeDates counted(FrozenTerms terms, NoticePolicy policy, Instant start, String event, Holidays holidays) {
        return new NoticeDates(
                Deadline.counted(
                        policy.notice().withPeriod(terms.notice(), terms.noticeClause()), start, event, holidays),
                Deadline.counted(
                        policy.objection().withPeriod(terms.objection(), terms.objectionClause()),
                        start,
                        event,
                        holidays));
    }

    /** The first day on which the vendor may be used. */
    public LocalDate earliestUse() {
        return noticeEnds.lastDay().plusDays(1);
    }
}
