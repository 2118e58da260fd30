package fairnotice.objection;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** The dates by which an objection is answered, contested, settled or ended: each a last day in the policy's zone. */
@Service
class SettlementDates {

    private final HolidayCalendars calendars;

    SettlementDates(HolidayCalendars calendars) {
        this.calendars = calendars;
    }

    /** By when an objection, or whatever the customer said since, is answered. */
    Deadline answer(NoticePolicy policy, Instant received) {
        return counted(policy.settlement().answerWithin(), policy, received, "the day the objection came");
    }

    Instant answerDue(NoticePolicy policy, Instant received) {
        return answer(policy, received).endsAt();
    }

    Instant contestUntil(NoticePolicy policy, Instant refused) {
        return counted(policy.settlement().contestWithin(), policy, refused, "the day of the refusal")
                .endsAt();
    }

    Instant cureUntil(NoticePolicy policy, Instant from) {
        return counted(policy.settlement().cureWithin(), policy, from, "the day of the last step")
                .endsAt();
    }

    /** When the publisher's silence after a case was taken up, or answered, ends the search for an agreement. */
    Instant silentUntil(NoticePolicy policy, Instant offerDue) {
        return counted(policy.settlement().cureWithin(), policy, offerDue, "the day an offer was due")
                .endsAt();
    }

    Instant electUntil(NoticePolicy policy, Instant offered) {
        return counted(
                        policy.settlement().termination().electWithin(),
                        policy,
                        offered,
                        "the day the termination was offered")
                .endsAt();
    }

    /** When somebody is reminded of a date, at the start of a day; one that would lie behind is due at once. */
    Instant reminderBefore(NoticePolicy policy, Instant due) {
        Holidays holidays = calendars.named(policy.holidayCalendar());
        return policy.settlement()
                .remindBefore()
                .countedBackFrom(lastDay(policy, due), holidays)
                .atStartOfDay(policy.zone())
                .toInstant();
    }

    /** The last day of a deadline that ends then. */
    static LocalDate lastDay(NoticePolicy policy, Instant endsAt) {
        return LocalDate.ofInstant(endsAt.minusNanos(1), policy.zone());
    }

    private Deadline counted(Period period, NoticePolicy policy, Instant from, String event) {
        CountingRule rule =
                new CountingRule(period, policy.zone(), policy.objection().rollsForward(), policy.clause());
        return Deadline.counted(rule, from, event, calendars.named(policy.holidayCalendar()));
    }
}
