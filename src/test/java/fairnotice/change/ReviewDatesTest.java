package fairnotice.change;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.days;
import static fairnotice.calendar.Almanac.midnight;
import static fairnotice.calendar.Almanac.next;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when a round is to be reviewed, and when an approved change takes its next step. */
class ReviewDatesTest {

    private static final Set<LocalDate> HOLIDAYS = Stream.of("2027-12-27", "2027-12-28", "2027-12-31", "2028-05-01")
            .map(LocalDate::parse)
            .collect(java.util.stream.Collectors.toSet());

    @Test
    void a_review_is_due_when_its_last_business_day_ends() {
        NoticePolicy policy = Promise.in(TORONTO)
                .review("5 business days", "10 business days")
                .made();
        days(2027, 2028).forEach(day -> {
            Round proposed = proposedAt(midnight(day, TORONTO).plus(Duration.ofHours(20)));

            ReviewDates.Due due = ReviewDates.due(proposed, policy, HOLIDAYS::contains);

            assertThat(due.reviewDue()).as("proposed on %s", day).isEqualTo(midnight(next(worked(day, 5)), TORONTO));
            assertThat(due.escalates()).as("proposed on %s", day).isEqualTo(midnight(next(worked(day, 10)), TORONTO));
        });
    }

    /** The observed New Year is a Friday: whoever proposes on the Wednesday before has until the Thursday after the next weekend. */
    @Test
    void new_year_observed_on_31_december_is_no_day_to_review() {
        NoticePolicy policy =
                Promise.in(TORONTO).review("5 business days", "5 days").made();
        Round proposed = proposedAt(Instant.parse("2027-12-29T15:00:00Z"));

        ReviewDates.Due due = ReviewDates.due(proposed, policy, HOLIDAYS::contains);

        assertThat(due.reviewDue()).isEqualTo(Instant.parse("2028-01-07T05:00:00Z"));
        assertThat(due.escalates()).as("in calendar days").isEqualTo(Instant.parse("2028-01-04T05:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-10-24, 2026-10-24T07:00:00Z",
        "Europe/Berlin, 2026-10-25, 2026-10-25T08:00:00Z",
        "Europe/Berlin, 2027-03-28, 2027-03-28T07:00:00Z",
        "America/Toronto, 2026-11-01, 2026-11-01T14:00:00Z",
        "America/Toronto, 2027-03-14, 2027-03-14T13:00:00Z",
    })
    void a_day_chosen_means_nine_in_the_morning_there(java.time.ZoneId zone, LocalDate day, Instant morning) {
        Instant chosen = ReviewDates.chosenDay(approved(Track.NOTICE, null, day, null), zone, Proposed.AT);

        assertThat(chosen).isEqualTo(morning);
    }

    @Test
    void without_a_day_or_on_the_day_itself_after_nine_it_goes_on_at_once() {
        Instant afternoon = Instant.parse("2026-06-01T12:00:00Z");
        LocalDate today = LocalDate.parse("2026-06-01");

        assertThat(ReviewDates.chosenDay(approved(Track.NOTICE, null, null, null), BERLIN, afternoon))
                .isEqualTo(afternoon);
        assertThat(ReviewDates.chosenDay(approved(Track.NOTICE, null, today, null), BERLIN, afternoon))
                .isEqualTo(afternoon);
    }

    @Test
    void only_a_change_that_nobody_is_told_of_waits_for_its_day_of_use_too() {
        LocalDate announce = LocalDate.parse("2026-06-10");
        LocalDate wished = LocalDate.parse("2026-07-10");
        LocalDate postponed = LocalDate.parse("2026-08-10");

        assertThat(ReviewDates.chosenDay(approved(Track.UNANNOUNCED, wished, announce, postponed), BERLIN, Proposed.AT))
                .isEqualTo(Instant.parse("2026-08-10T07:00:00Z"));
        assertThat(ReviewDates.chosenDay(approved(Track.UNANNOUNCED, wished, null, null), BERLIN, Proposed.AT))
                .isEqualTo(Instant.parse("2026-07-10T07:00:00Z"));
        for (Track told : List.of(Track.NOTICE, Track.EXPEDITED)) {
            assertThat(ReviewDates.chosenDay(approved(told, wished, announce, postponed), BERLIN, Proposed.AT))
                    .as("%s", told)
                    .isEqualTo(Instant.parse("2026-06-10T07:00:00Z"));
        }
    }

    @Test
    void without_holidays_weekends_alone_are_passed_over() {
        NoticePolicy policy =
                Promise.in(BERLIN).review("1 business day", "2 business days").made();
        Round onFriday = proposedAt(Instant.parse("2026-06-05T08:00:00Z"));

        ReviewDates.Due due = ReviewDates.due(onFriday, policy, Holidays.NONE);

        assertThat(due.reviewDue()).isEqualTo(Instant.parse("2026-06-08T22:00:00Z"));
        assertThat(due.escalates()).isEqualTo(Instant.parse("2026-06-09T22:00:00Z"));
    }

    /** The day on which so many days of work after that day are over, counted one by one. */
    private static LocalDate worked(LocalDate day, int workdays) {
        LocalDate last = day;
        int counted = 0;
        while (counted < workdays) {
            last = next(last);
            boolean weekend = last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !HOLIDAYS.contains(last)) {
                counted++;
            }
        }
        return last;
    }

    private static Round proposedAt(Instant at) {
        return Round.first(Proposed.wishing(null), "paula", at);
    }

    private static VendorChange approved(Track track, LocalDate wished, LocalDate announce, LocalDate postponed) {
        return VendorChangeBuilder.builder()
                .reference(Proposed.REFERENCE)
                .register("opsticket")
                .state(ChangeState.SCHEDULED)
                .round(Proposed.round(Proposed.wishing(wished), track, announce))
                .postponedTo(postponed)
                .version(3)
                .build();
    }
}
