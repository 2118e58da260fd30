package fairnotice.notice;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.customer.Terms;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dates of one clock.
 *
 * @param noticeEnds the last of the clear days before use
 * @param objectionsClose the last day on which an objection is in time
 */
public record NoticeDates(Deadline noticeEnds, Deadline objectionsClose) {

    static NoticeDates counted(FrozenTerms terms, NoticePolicy policy, Start from, Holidays holidays) {
        Instant start = from.at();
        String event = from.by().name();
        return new NoticeDates(
                Deadline.counted(
                        policy.notice()
                                .withPeriod(terms.notice(), terms.noticeClause())
                                .called(CountingRule.Of.NOTICE),
                        start,
                        event,
                        holidays),
                window(terms, policy, start, event, holidays));
    }

    /** @param event key of what starts it, among the words of an explanation */
    static Deadline window(FrozenTerms terms, NoticePolicy policy, Instant start, String event, Holidays holidays) {
        return Deadline.counted(
                policy.objection()
                        .withPeriod(terms.objection(), terms.objectionClause())
                        .called(CountingRule.Of.OBJECTION),
                start,
                event,
                holidays);
    }

    /**
     * The dates that hold for everybody without terms of their own. They are what pages open to all show (invariant 10), and no change
     * goes live before them, whoever its customers are.
     */
    static NoticeDates standard(NoticePolicy policy, Instant announcedAt, Holidays holidays) {
        Start expected = StartRules.expected(policy, holidays, true, announcedAt);
        Start start = expected.by() == Start.By.SENT ? new Start(announcedAt, Start.By.PUBLISHED) : expected;
        return counted(FrozenTerms.of(policy, Terms.NONE), policy, start, holidays);
    }

    /** Whether nothing of it runs any more: neither the notice nor the window to object, which may be the longer. */
    public boolean isOverAt(Instant at) {
        return noticeEnds.isOverAt(at) && objectionsClose.isOverAt(at);
    }

    /** Whether of the notice, or of the window to object, less is left than has passed since its start. */
    boolean isAnyMoreThanHalfGoneAt(Instant at, Start from) {
        return noticeEnds.isMoreThanHalfGoneAt(at, from.at()) || objectionsClose.isMoreThanHalfGoneAt(at, from.at());
    }

    /**
     * The first day on which the vendor may be used, as far as these dates and what is public say: neither before the standard dates nor
     * before a day of use that was wished for or postponed to. Other customers' clocks may make it later; nobody is shown them.
     *
     * @param standard the dates that hold for everybody
     */
    public LocalDate earliestUse(NoticeDates standard, Optional<LocalDate> notBefore) {
        return Stream.of(Optional.of(noticeEnds.dayAfter()), Optional.of(standard.noticeEnds.dayAfter()), notBefore)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
