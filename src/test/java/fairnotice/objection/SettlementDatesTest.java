package fairnotice.objection;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of a case, and when somebody is reminded of one. 25 December 2026 is a Friday and a holiday here. */
class SettlementDatesTest {

    private static final Holidays CHRISTMAS = Set.of(LocalDate.parse("2026-12-25"))::contains;
    private static final SettlementDates DATES = new SettlementDates(id -> CHRISTMAS);

    @Test
    void the_time_to_answer_names_who_set_it_since_no_promise_states_it() {
        NoticePolicy policy = Promise.in(TORONTO).made();

        Deadline answer = DATES.answer(policy, Instant.parse("2026-11-27T15:01:00Z"), "Demo");

        assertThat(answer.explanation().sentence(Locale.ENGLISH))
                .isEqualTo(
                        "Demo has set this time: 10 days, weekends and holidays included, counted from the day the objection"
                                + " came (Friday 27 November 2026 at 10:01, America/Toronto time); that day does not count, the last"
                                + " day is Monday 7 December 2026, and it ends at 00:00 on Tuesday 8 December 2026, America/Toronto"
                                + " time.");
    }

    @ParameterizedTest
    @CsvSource({
        "3 days, 2026-12-28, 2026-12-25",
        "1 business day, 2026-12-28, 2026-12-24",
        "2 business days, 2026-12-28, 2026-12-23",
        "1 business day, 2027-01-03, 2027-01-01",
        "1 week, 2027-01-03, 2026-12-27",
        "1 month, 2028-03-31, 2028-02-29",
    })
    void a_reminder_comes_so_long_before_the_last_day_counted_as_it_is_stated(
            String before, LocalDate last, LocalDate reminded) {
        NoticePolicy policy = Promise.in(BERLIN).staff(before, "5 days").made();
        Deadline due = Deadline.endingAt(midnight(last.plusDays(1), BERLIN), BERLIN);

        Instant reminder = DATES.reminderBefore(policy, due);

        assertThat(reminder).isEqualTo(midnight(reminded, BERLIN));
    }

    /** An exemption until the end of 28 December 2026 in Berlin, with three days of reminder. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T12:00:00Z, 2026-12-25, long before: with the reminder",
        "2026-12-24T22:59:59Z, 2026-12-25, a second before the reminder",
        "2026-12-24T23:00:00Z, 2026-12-29, as the reminder would be: on the first day after",
        "2026-12-28T12:00:00Z, 2026-12-29, on the last day: on the first day after",
    })
    void the_end_of_an_exemption_is_told_with_the_reminder_or_on_the_day_after(
            Instant accepted, LocalDate told, String why) {
        NoticePolicy policy = Promise.in(BERLIN).staff("3 days", "5 days").made();

        assertThat(DATES.exemptionEndTold(policy, LocalDate.parse("2026-12-28"), accepted))
                .as(why)
                .isEqualTo(midnight(told, BERLIN));
    }

    /** OpsTicket's periods, from noon on 4 December 2026 in Berlin: what is said to be the period is the one that was counted. */
    @ParameterizedTest
    @CsvSource({
        "UNMATCHED, 10 days, 2026-12-14",
        "ASSESSMENT, 10 days, 2026-12-14",
        "CONTESTED, 10 days, 2026-12-14",
        "AWAITING_OFFER, 10 days, 2026-12-14",
        "REFUSED, 10 days, 2026-12-14",
        "OFFERED, 30 days, 2027-01-03",
        "TERMINATION_OFFERED, 30 days, 2027-01-03",
    })
    void the_last_day_of_each_step_is_counted_by_the_period_it_is_said_to_have(
            ObjectionState state, String within, LocalDate last) {
        NoticePolicy policy = Promise.in(BERLIN).terminating("30 days").made();

        assertThat(SettlementDates.within(policy, state)).map(Period::toString).contains(within);
        assertThat(DATES.due(policy, state, Instant.parse("2026-12-04T11:00:00Z")))
                .isEqualTo(midnight(last.plusDays(1), BERLIN));
    }

    /** An answer due on 10 December 2026 in Toronto. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-25, NOT_GIVEN, 2026-12-26",
        "2026-12-10, NOT_GIVEN, 2026-12-11",
        "2026-12-09, NOT_GIVEN, 2026-12-10",
        "2026-11-30, NOT_GIVEN, 2026-12-10",
        ", NOT_GIVEN, 2026-12-10",
        "2026-12-25, LOCATION, 2026-12-10",
    })
    void what_gives_no_grounds_is_answered_on_the_day_after_the_last_one_for_them_at_the_earliest(
            LocalDate closes, Grounds grounds, LocalDate answered) {
        NoticePolicy policy = Promise.in(TORONTO).made();
        Submission filing = Cases.filed(false).filing().withGrounds(grounds);
        Instant window = closes == null ? null : Deadline.on(closes, TORONTO).endsAt();
        Instant due = Deadline.on(LocalDate.parse("2026-12-10"), TORONTO).endsAt();

        assertThat(SettlementDates.answeredBy(policy, filing, window, due))
                .isEqualTo(Deadline.on(answered, TORONTO).endsAt());
        assertThat(SettlementDates.answeredBy(
                        Promise.in(TORONTO).withoutGrounds().made(), filing, window, due))
                .isEqualTo(due);
    }

    @Test
    void a_step_that_nobody_has_to_take_has_no_last_day() {
        NoticePolicy policy = Promise.in(BERLIN).made();

        assertThat(SettlementDates.within(policy, ObjectionState.TERMINATING)).isEmpty();
        assertThat(DATES.silentUntil(policy, Cases.waiting(ObjectionState.OFFERED, Instant.EPOCH)))
                .isEmpty();
    }

    /** An offer due on 12 March and thirty days of silence after it: 11 April, not the day after. */
    @Test
    void the_silence_of_the_publisher_is_counted_on_from_the_last_day_an_offer_was_due() {
        Deadline offerDue = Deadline.on(LocalDate.parse("2026-03-12"), TORONTO);

        Deadline silent = DATES.silentUntil(Promise.in(TORONTO).made(), offerDue);

        assertThat(silent.lastDay()).isEqualTo("2026-04-11");
        assertThat(silent.endsAt()).isEqualTo(midnight(LocalDate.parse("2026-04-12"), TORONTO));
    }

    /** An offer of 2 March may be considered for thirty days, and orders ended for thirty more: sixty in all, not sixty-one. */
    @Test
    void the_time_to_choose_follows_the_search_without_a_gap() {
        NoticePolicy policy = Promise.in(TORONTO).terminating("30 days").made();
        Instant offered = midnight(LocalDate.parse("2026-03-02"), TORONTO).plus(Duration.ofHours(23));

        Deadline searched = Deadline.endingAt(DATES.due(policy, ObjectionState.OFFERED, offered), TORONTO);
        Instant timer = searched.endsAt().plusSeconds(1);

        assertThat(searched.lastDay()).isEqualTo("2026-04-01");
        assertThat(DATES.electUntil(policy, searched, timer))
                .isEqualTo(midnight(LocalDate.parse("2026-05-02"), TORONTO));
    }

    /** Told four days late: thirty days from the day it is told, which does not count itself. */
    @Test
    void a_customer_that_is_told_late_that_it_may_choose_has_the_whole_time() {
        NoticePolicy policy = Promise.in(TORONTO).terminating("30 days").made();
        Deadline searched = Deadline.on(LocalDate.parse("2026-04-01"), TORONTO);
        Instant told = midnight(LocalDate.parse("2026-04-06"), TORONTO);

        assertThat(DATES.electUntil(policy, searched, told))
                .isEqualTo(midnight(LocalDate.parse("2026-05-07"), TORONTO));
    }
}
