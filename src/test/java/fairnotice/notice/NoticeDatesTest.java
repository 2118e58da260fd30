package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.after;
import static fairnotice.calendar.Almanac.days;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.customer.Terms;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of one clock, over every day of years with and without a 29 February. */
class NoticeDatesTest {

    private static final List<ZoneId> ZONES = List.of(BERLIN, TORONTO);

    @Test
    void thirty_clear_days_lie_between_the_day_of_the_notice_and_the_first_day_of_use() {
        for (ZoneId zone : ZONES) {
            NoticePolicy policy = Promise.in(zone).made();
            days(2027, 2028).forEach(day -> {
                NoticeDates dates = counted(policy, midnight(day, zone));

                assertThat(dates.noticeEnds().dayAfter()).as("%s %s", day, zone).isEqualTo(after(day, 31));
                assertThat(dates.noticeEnds().endsAt())
                        .as("%s %s", day, zone)
                        .isEqualTo(midnight(after(day, 31), zone));
            });
        }
    }

    @Test
    void the_sentence_of_each_date_names_its_period() {
        NoticeDates dates = counted(Promise.in(BERLIN).made(), midnight(LocalDate.parse("2027-03-01"), BERLIN));

        assertThat(dates.noticeEnds().explanation().sentence(Locale.ENGLISH))
                .startsWith("The notice period under DPA §05 is 30 days, ");
        assertThat(dates.objectionsClose().explanation().sentence(Locale.ENGLISH))
                .startsWith("The time to object under DPA §05 is 15 days, ");
    }

    @Test
    void the_window_ends_at_24_hours_of_the_fifteenth_day_after() {
        for (ZoneId zone : ZONES) {
            NoticePolicy policy = Promise.in(zone).made();
            days(2027, 2028).forEach(day -> {
                Instant closes =
                        counted(policy, midnight(day, zone)).objectionsClose().endsAt();

                assertThat(closes).as("%s %s", day, zone).isEqualTo(midnight(after(day, 16), zone));
            });
        }
    }

    @Test
    void the_hour_of_the_notice_makes_no_difference_as_long_as_it_is_one_day_in_the_registers_zone() {
        for (ZoneId zone : ZONES) {
            NoticePolicy policy = Promise.in(zone).made();
            days(2028, 2028).forEach(day -> {
                Instant tomorrow = midnight(after(day, 1), zone);

                NoticeDates first = counted(policy, midnight(day, zone));
                NoticeDates last = counted(policy, tomorrow.minusNanos(1));
                NoticeDates next = counted(policy, tomorrow);

                assertThat(last.noticeEnds().dayAfter())
                        .as("%s %s", day, zone)
                        .isEqualTo(first.noticeEnds().dayAfter());
                assertThat(next.noticeEnds().dayAfter())
                        .as("%s %s", day, zone)
                        .isEqualTo(after(first.noticeEnds().dayAfter(), 1));
            });
        }
    }

    @Test
    void what_comes_in_the_last_second_is_in_time_and_what_comes_in_the_next_is_late() {
        NoticePolicy toronto = Promise.in(TORONTO).made();

        NoticeDates dates = counted(toronto, Instant.parse("2026-10-20T15:00:00Z"));

        assertThat(dates.objectionsClose().lastDay()).isEqualTo("2026-11-04");
        assertThat(dates.objectionsClose().isOverAt(Instant.parse("2026-11-05T04:59:59.999Z")))
                .isFalse();
        assertThat(dates.objectionsClose().isOverAt(Instant.parse("2026-11-05T05:00:00Z")))
                .isTrue();
    }

    /** 23:30 on 1 March in London is past midnight in Berlin and afternoon in Toronto. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-04-02", "America/Toronto, 2026-04-01", "UTC, 2026-04-01"})
    void the_day_of_the_notice_is_the_registers_day(ZoneId zone, LocalDate use) {
        NoticeDates dates = counted(Promise.in(zone).made(), Instant.parse("2026-03-01T23:30:00Z"));

        assertThat(dates.noticeEnds().dayAfter()).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-02-28, 2026-03-01",
        "2028-01-31, 2028-02-29, 2028-03-01",
        "2026-02-28, 2026-03-28, 2026-03-29",
        "2026-11-30, 2026-12-30, 2026-12-31",
        "2026-12-01, 2027-01-01, 2027-01-02",
        "2026-12-31, 2027-01-31, 2027-02-01",
    })
    void a_month_of_notice_ends_on_the_day_of_the_same_number_or_on_the_months_last(
            LocalDate day, LocalDate ends, LocalDate use) {
        NoticeDates dates = counted(Promise.in(BERLIN).notice("1 month").made(), midnight(day, BERLIN));

        assertThat(dates.noticeEnds().lastDay()).isEqualTo(ends);
        assertThat(dates.noticeEnds().dayAfter()).isEqualTo(use);
    }

    @Test
    void a_window_that_ends_on_a_day_without_business_moves_on_and_a_notice_does_not() {
        Holidays newYearObserved = Set.of(LocalDate.parse("2027-12-31"))::contains;
        NoticePolicy rolling =
                Promise.in(TORONTO).notice("15 days").objection("15 days", true).made();

        NoticeDates dates = NoticeDates.counted(
                FrozenTerms.of(rolling, Terms.NONE),
                rolling,
                new Start(Instant.parse("2027-12-16T15:00:00Z"), Start.By.SENT),
                newYearObserved);

        assertThat(dates.noticeEnds().lastDay()).as("a Friday, observed").isEqualTo("2027-12-31");
        assertThat(dates.objectionsClose().lastDay()).as("the Monday after").isEqualTo("2028-01-03");
    }

    @Test
    void what_a_customer_negotiated_takes_the_place_of_the_promise_and_only_where_it_differs() {
        NoticePolicy policy = Promise.in(BERLIN).made();
        Instant sent = midnight(LocalDate.parse("2028-02-01"), BERLIN);

        NoticeDates longer = counted(policy, sent, new Terms(Period.days(60), null, null, "Order form 7"));
        NoticeDates wider = counted(policy, sent, new Terms(null, Period.days(20), null, null));
        NoticeDates both = counted(policy, sent, new Terms(Period.parse("2 weeks"), Period.days(0), null, null));

        assertThat(List.of(
                        longer.noticeEnds().lastDay(), longer.objectionsClose().lastDay()))
                .containsExactly(LocalDate.parse("2028-04-01"), LocalDate.parse("2028-02-16"));
        assertThat(List.of(wider.noticeEnds().lastDay(), wider.objectionsClose().lastDay()))
                .containsExactly(LocalDate.parse("2028-03-02"), LocalDate.parse("2028-02-21"));
        assertThat(List.of(both.noticeEnds().lastDay(), both.objectionsClose().lastDay()))
                .containsExactly(LocalDate.parse("2028-02-15"), LocalDate.parse("2028-02-01"));
    }

    @Test
    void whoever_reads_the_last_day_to_object_reads_that_a_later_objection_is_kept_whenever_it_comes() {
        NoticePolicy opsticket = Promise.in(BERLIN).made();
        NoticePolicy securicom = Promise.in(TORONTO).objection("30 days", false).made();
        Instant sent = Instant.parse("2026-06-01T12:00:00Z");

        assertThat(PersonalFields.objecting(true, counted(opsticket, sent), sent))
                .contains("until the end of 16 June 2026 (Europe/Berlin)")
                .endsWith("An objection that arrives later is kept, marked late, and decided.");
        assertThat(PersonalFields.objecting(true, counted(securicom, sent), sent))
                .as("the window is the notice")
                .contains("until the end of 1 July 2026 (America/Toronto)")
                .endsWith("An objection that arrives later is kept, marked late, and decided.");
        assertThat(PersonalFields.objecting(true, counted(opsticket, sent), Instant.parse("2026-06-16T22:00:00Z")))
                .as("a reminder once the window is over")
                .isEqualTo("The last day to object was 16 June 2026 (Europe/Berlin). "
                        + "An objection that arrives later is kept, marked late, and decided.");
    }

    @Test
    void a_date_rests_on_the_clause_it_was_agreed_in() {
        NoticePolicy policy = Promise.in(BERLIN).made();

        FrozenTerms own = FrozenTerms.of(policy, new Terms(Period.days(60), null, null, "Order form 7"));
        FrozenTerms unnamed = FrozenTerms.of(policy, new Terms(null, Period.days(60), null, null));

        assertThat(List.of(own.noticeClause(), own.objectionClause())).containsExactly("Order form 7", "DPA §05");
        assertThat(List.of(unnamed.noticeClause(), unnamed.objectionClause()))
                .containsExactly("DPA §05", "the customer's own terms");
    }

    @Test
    void use_begins_on_a_later_day_that_was_wished_for_and_never_on_an_earlier_one() {
        NoticeDates dates = counted(Promise.in(BERLIN).made(), midnight(LocalDate.parse("2026-06-01"), BERLIN));

        assertThat(dates.earliestUse(dates, Optional.empty())).isEqualTo("2026-07-02");
        assertThat(dates.earliestUse(dates, Optional.of(LocalDate.parse("2026-06-15"))))
                .isEqualTo("2026-07-02");
        assertThat(dates.earliestUse(dates, Optional.of(LocalDate.parse("2026-07-03"))))
                .isEqualTo("2026-07-03");
    }

    @Test
    void a_customer_with_a_shorter_notice_than_the_standard_one_is_told_the_standard_day_of_use() {
        NoticePolicy policy = Promise.in(BERLIN).made();
        Instant announced = midnight(LocalDate.parse("2026-06-01"), BERLIN);
        NoticeDates standard = NoticeDates.standard(policy, announced, Holidays.NONE);

        NoticeDates shorter = counted(policy, announced, new Terms(Period.days(10), null, null, null));
        NoticeDates longer = counted(policy, announced, new Terms(Period.days(60), null, null, null));

        assertThat(shorter.earliestUse(standard, Optional.empty())).isEqualTo("2026-07-02");
        assertThat(longer.earliestUse(standard, Optional.empty())).isEqualTo("2026-08-01");
    }

    /** 5 June 2026 is a Friday: two business days later is Tuesday the 9th, and thirty days after that Thursday, 9 July. */
    @Test
    void where_receipt_starts_the_clock_the_standard_dates_are_counted_from_the_presumed_one() {
        NoticePolicy policy = Promise.in(BERLIN).received("2 business days").made();
        Instant announced = Instant.parse("2026-06-05T10:00:00Z");

        NoticeDates standard = NoticeDates.standard(policy, announced, Holidays.NONE);

        assertThat(standard.noticeEnds().lastDay()).isEqualTo("2026-07-09");
        assertThat(standard.noticeEnds().explanation().sentence(Locale.ENGLISH)).contains("counts as received");
    }

    @Test
    void the_dates_open_to_all_are_counted_from_the_announcement_by_nobodys_own_terms() {
        StandardDates standard = new StandardDates(id -> Holidays.NONE);
        NoticePolicy policy = Promise.in(TORONTO).made();
        Instant announced = Instant.parse("2026-03-06T12:00:00Z");

        NoticeDates before = standard.of(Announced.never(), policy, announced);
        NoticeDates since = standard.of(Announced.at("2026-03-01T12:00:00Z"), policy, announced);

        assertThat(before.noticeEnds().dayAfter()).isEqualTo("2026-04-06");
        assertThat(since.noticeEnds().dayAfter()).isEqualTo("2026-04-01");
    }

    private static NoticeDates counted(NoticePolicy policy, Instant start) {
        return counted(policy, start, Terms.NONE);
    }

    private static NoticeDates counted(NoticePolicy policy, Instant start, Terms terms) {
        return NoticeDates.counted(
                FrozenTerms.of(policy, terms), policy, new Start(start, Start.By.SENT), Holidays.NONE);
    }
}
