package fairnotice.objection;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The dates by which an objection is answered, contested, settled or ended: each a last day in the policy's zone. */
@Service
class SettlementDates {

    private final HolidayCalendars calendars;

    SettlementDates(HolidayCalendars calendars) {
        this.calendars = calendars;
    }

    /** By when an objection is answered. @param publisher whose time it is: no promise states it */
    Deadline answer(NoticePolicy policy, Instant received, String publisher) {
        CountingRule rule = CountingRule.setBy(
                publisher,
                policy.settlement().answerWithin(),
                policy.zone(),
                policy.objection().rollsForward());
        return Deadline.counted(rule, received, "OBJECTION", holidays(policy));
    }

    /**
     * The end of the day by which an objection is answered: where it gives none of the grounds that are asked for, the day after the last one for
     * them at the earliest, since it can be decided only then.
     *
     * @param closes when its customer's window closes; null while no clock has started
     * @param answerDue the end of the time set for an answer
     */
    static Instant answeredBy(NoticePolicy policy, Submission filing, Instant closes, Instant answerDue) {
        boolean awaited = closes != null && policy.groundsRequired() && filing.grounds() == Grounds.NOT_GIVEN;
        if (!awaited) {
            return answerDue;
        }
        LocalDate decidable = Deadline.endingAt(closes, policy.zone()).dayAfter();
        Instant decided = Deadline.on(decidable, policy.zone()).endsAt();
        return decided.isAfter(answerDue) ? decided : answerDue;
    }

    /** How long whoever has the turn has in a case that stands so; empty where no step is awaited. */
    static Optional<Period> within(NoticePolicy policy, ObjectionState state) {
        Settlement times = policy.settlement();
        return switch (state) {
            case UNMATCHED, ASSESSMENT, CONTESTED, AWAITING_OFFER -> Optional.of(times.answerWithin());
            case OFFERED -> Optional.of(times.cureWithin());
            case REFUSED -> Optional.of(times.contestWithin());
            case TERMINATION_OFFERED -> Optional.of(times.termination().electWithin());
            default -> Optional.empty();
        };
    }

    /** The end of that time, counted from the day of the step that gave the turn. */
    Instant due(NoticePolicy policy, ObjectionState state, Instant from) {
        Period period = within(policy, state)
                .orElseThrow(
                        () -> new IllegalArgumentException("No step is awaited in a case that stands at " + state));
        return counted(period, policy, from, "STEP").endsAt();
    }

    /** The same of a case: empty where no offer is due in it. */
    Optional<Deadline> silentUntil(NoticePolicy policy, Objection objection) {
        boolean due = objection.state() == ObjectionState.AWAITING_OFFER && objection.dueAt() != null;
        return due
                ? Optional.of(silentUntil(policy, Deadline.endingAt(objection.dueAt(), policy.zone())))
                : Optional.empty();
    }

    /** The last day on which the publisher may still make the offer that was due: after it, its silence has ended the search. */
    Deadline silentUntil(NoticePolicy policy, Deadline offerDue) {
        return then(offerDue, policy.settlement().cureWithin(), policy, "OFFER_DUE");
    }

    /**
     * The end of the time to terminate orders after a search that ended with its last day. The customer is told on the day after, and the
     * time to choose follows without a gap; when it is told later, the time is counted from that day, so that no delay of ours shortens it.
     */
    Instant electUntil(NoticePolicy policy, Deadline searched, Instant told) {
        boolean toldAtOnce = !LocalDate.ofInstant(told, policy.zone()).isAfter(searched.dayAfter());
        return toldAtOnce
                ? then(searched, policy.settlement().termination().electWithin(), policy, "SEARCH")
                        .endsAt()
                : due(policy, ObjectionState.TERMINATION_OFFERED, told);
    }

    /** When somebody is reminded of a date, at the start of a day; one that would lie behind is due at once. */
    Instant reminderBefore(NoticePolicy policy, Deadline due) {
        return due.startsBefore(policy.settlement().remindBefore(), holidays(policy));
    }

    /** When a customer is told that its exemption ends: with the reminder, or on the day after when it accepted later than that. */
    Instant exemptionEndTold(NoticePolicy policy, LocalDate until, Instant accepted) {
        Deadline end = Deadline.on(until, policy.zone());
        Instant reminder = reminderBefore(policy, end);
        return reminder.isAfter(accepted) ? reminder : end.endsAt();
    }

    private Deadline counted(Period period, NoticePolicy policy, Instant from, String event) {
        return Deadline.counted(rule(period, policy), from, event, holidays(policy));
    }

    private Deadline then(Deadline before, Period period, NoticePolicy policy, String event) {
        return before.then(rule(period, policy), event, holidays(policy));
    }

    private static CountingRule rule(Period period, NoticePolicy policy) {
        return new CountingRule(period, policy.zone(), policy.objection().rollsForward(), null);
    }

    private Holidays holidays(NoticePolicy policy) {
        return calendars.getById(policy.holidayCalendar());
    }
}
