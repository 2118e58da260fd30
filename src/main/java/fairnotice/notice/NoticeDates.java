package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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

    /** The same, but not before a day of use that was wished for or postponed to. */
    public LocalDate earliestUse(Optional<LocalDate> notBefore) {
        return notBefore.filter(day -> day.isAfter(earliestUse())).orElseGet(this::earliestUse);
    }
}
