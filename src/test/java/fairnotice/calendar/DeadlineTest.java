package fairnotice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<LocalDate> CHRISTMAS =
            Set.of(LocalDate.parse("2027-12-24"), LocalDate.parse("2027-12-27"), LocalDate.parse("2028-01-03"));
    private static final Holidays HOLIDAYS = CHRISTMAS::contains;

    @ParameterizedTest
    @CsvSource({
        "30 days, 2026-03-02, 2026-04-01",
        "0 days, 2026-03-02, 2026-03-02",
        "1 day, 2028-02-28, 2028-02-29",
        "365 days, 2028-02-29, 2029-02-28",
        "1 month, 2026-01-31, 2026-02-28",
        "1 month, 2028-01-31, 2028-02-29",
        "12 months, 2028-02-29, 2029-02-28",
        "1 month, 2026-02-28, 2026-03-28",
        "2 weeks, 2026-03-02, 2026-03-16",
        "1 business day, 2026-03-06, 2026-03-09",
        "1 business day, 2026-03-07, 2026-03-09",
        "5 business days, 2027-12-23, 2028-01-04",
        "0 business days, 2026-03-07, 2026-03-07",
    })
    void the_day_of_the_event_does_not_count(String period, LocalDate day, LocalDate last) {
        Deadline deadline = counted(Period.parse(period), day, LONDON, false);

        assertThat(deadline.lastDay()).isEqualTo(last);
        assertThat(deadline.dayAfter()).isEqualTo(last.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "15 days, 2026-02-27, 2026-03-16", // to a Saturday
        "15 days, 2026-02-28, 2026-03-16", // to a Sunday
        "15 days, 2026-03-01, 2026-03-16", // to a Monday
        "1 day, 2027-12-23, 2027-12-28", // to a holiday before a weekend and another holiday
        "0 days, 2026-03-07, 2026-03-09",
    })
    void a_last_day_without_business_moves_only_where_the_rule_says_so(String period, LocalDate day, LocalDate moved) {
        assertThat(counted(Period.parse(period), day, LONDON, true).lastDay()).isEqualTo(moved);
        assertThat(counted(Period.parse(period), day, LONDON, false).lastDay())
                .isEqualTo(day.plusDays(Period.parse(period).amount()));
    }

    @Test
    void the_same_moment_is_another_day_in_another_zone() {
        Instant evening = Instant.parse("2026-03-02T23:30:00Z");

        assertThat(counted(Period.days(1), evening, LONDON, false).lastDay()).isEqualTo("2026-03-03");
        assertThat(counted(Period.days(1), evening, ZoneId.of("Asia/Tokyo"), false)
                        .lastDay())
                .isEqualTo("2026-03-04");
    }

    @Test
    void what_happens_in_the_last_nanosecond_is_in_time_and_what_happens_after_it_is_late() {
        Deadline deadline = counted(Period.days(15), LocalDate.parse("2026-03-20"), LONDON, false);

        assertThat(deadline.endsAt()).isEqualTo("2026-04-04T23:00:00Z");
        assertThat(deadline.isOverAt(deadline.endsAt().minusNanos(1))).isFalse();
        assertThat(deadline.isOverAt(deadline.endsAt())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "30 days, 30 days, 2026-03-02, 2026-05-01", // 1 April and then 30 days more: 60 in all
        "10 days, 30 days, 2026-10-20, 2026-11-29", // over the night on which the clocks go back
        "1 day, 1 day, 2028-02-27, 2028-02-29",
        "6 months, 1 day, 2026-08-31, 2027-03-01", // 28 February, the last day of the shorter month, and the day after
        "1 month, 1 month, 2026-01-31, 2026-03-28",
        "2 days, 2 business days, 2026-03-04, 2026-03-10", // Friday 6 March, then Monday and Tuesday
        "3 days, 2 business days, 2026-03-04, 2026-03-10", // Saturday 7 March, then the same
    })
    void two_periods_in_a_row_are_as_long_as_both_together(Period first, Period second, LocalDate day, LocalDate last) {
        Deadline before = counted(first, day, LONDON, false);

        Deadline after = before.then(rule(second, LONDON, false), "the last day of the first", HOLIDAYS);

        assertThat(after.lastDay()).isEqualTo(last);
    }

    /** Midnight after the last day lies in another day, and in some nights there is no midnight. */
    @ParameterizedTest
    @MethodSource("zones")
    void a_deadline_is_found_again_from_its_end_wherever_the_clocks_change(ZoneId zone) {
        for (ZoneOffsetTransition change : changes(zone).toList()) {
            LocalDate changed = change.getInstant().atZone(zone).toLocalDate();
            for (LocalDate last = changed.minusDays(1); last.isBefore(changed.plusDays(2)); last = last.plusDays(1)) {
                Instant end = Deadline.on(last, zone).endsAt();
                Deadline again = Deadline.endingAt(end, zone);

                assertThat(again.lastDay()).isEqualTo(last);
                assertThat(again.then(rule(Period.days(1), zone, false), "it", Holidays.NONE)
                                .lastDay())
                        .isEqualTo(last.plusDays(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3 days, 2028-03-03, 2028-02-29",
        "2 business days, 2026-03-09, 2026-03-05",
        "1 month, 2028-03-31, 2028-02-29",
    })
    void a_reminder_lies_so_long_before_the_last_day(Period before, LocalDate last, LocalDate reminded) {
        assertThat(Deadline.on(last, LONDON).startsBefore(before, HOLIDAYS))
                .isEqualTo(reminded.atStartOfDay(LONDON).toInstant());
    }

    /** Havana and Beirut skip midnight in spring, other zones repeat the hour before it: no zone may lose or gain a day by it. */
    @ParameterizedTest
    @MethodSource("zones")
    void a_deadline_ends_with_the_first_moment_of_the_next_day_wherever_the_clocks_change(ZoneId zone) {
        for (ZoneOffsetTransition change : changes(zone).toList()) {
            LocalDate changed = change.getInstant().atZone(zone).toLocalDate();
            for (LocalDate last = changed.minusDays(1); last.isBefore(changed.plusDays(2)); last = last.plusDays(1)) {
                Deadline deadline = Deadline.on(last, zone);
                LocalDateTime before =
                        deadline.endsAt().minusNanos(1).atZone(zone).toLocalDateTime();
                LocalDateTime after = deadline.endsAt().atZone(zone).toLocalDateTime();

                assertThat(before.toLocalDate()).isEqualTo(last);
                assertThat(after.toLocalDate()).isEqualTo(last.plusDays(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void a_clear_day_is_never_shorter_than_the_clocks_make_a_day(ZoneId zone) {
        for (ZoneOffsetTransition change : changes(zone).toList()) {
            Instant start = change.getInstant().minusSeconds(1);
            Deadline deadline = counted(Period.days(1), start, zone, false);

            assertThat(Duration.between(start, deadline.endsAt())).isGreaterThan(Duration.ofHours(20));
        }
    }

    @Test
    void business_days_never_end_on_a_day_without_business() {
        for (LocalDate day : twoYears()) {
            for (int amount : new int[] {1, 2, 5, 10, 30}) {
                LocalDate last = counted(new Period(amount, Unit.BUSINESS_DAYS), day, LONDON, false)
                        .lastDay();

                assertThat(HOLIDAYS.isBusinessDay(last)).isTrue();
                assertThat(day.plusDays(1).datesUntil(last.plusDays(1)).filter(HOLIDAYS::isBusinessDay))
                        .hasSize(amount);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_longer_period_and_a_later_start_never_end_earlier(Unit unit) {
        for (boolean rolls : new boolean[] {false, true}) {
            for (LocalDate day : twoYears()) {
                for (int amount : new int[] {0, 1, 4, 12, 30}) {
                    LocalDate last = last(unit, amount, day, rolls);

                    assertThat(last(unit, amount + 1, day, rolls)).isAfterOrEqualTo(last);
                    assertThat(last(unit, amount, day.plusDays(1), rolls)).isAfterOrEqualTo(last);
                    assertThat(last).isAfterOrEqualTo(day);
                }
            }
        }
    }

    private static LocalDate last(Unit unit, int amount, LocalDate day, boolean rolls) {
        LocalDate last = new Period(amount, unit).countedFrom(day, HOLIDAYS);
        return rolls ? HOLIDAYS.businessDayFrom(last) : last;
    }

    private static Deadline counted(Period period, LocalDate day, ZoneId zone, boolean rolls) {
        return counted(period, day.atTime(LocalTime.NOON).atZone(zone).toInstant(), zone, rolls);
    }

    private static Deadline counted(Period period, Instant start, ZoneId zone, boolean rolls) {
        return Deadline.counted(rule(period, zone, rolls), start, "the day the notice was sent", HOLIDAYS);
    }

    private static CountingRule rule(Period period, ZoneId zone, boolean rolls) {
        return new CountingRule(period, zone, rolls, "DPA §05");
    }

    private static Iterable<LocalDate> twoYears() {
        return LocalDate.parse("2027-01-01").datesUntil(LocalDate.parse("2029-01-01"))::iterator;
    }

    /** Those of the platform; the calendar library adds thousands of names of its own, for zones yet to be read from files. */
    private static Stream<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("ical4j"))
                .sorted()
                .map(ZoneId::of);
    }

    private static Stream<ZoneOffsetTransition> changes(ZoneId zone) {
        Instant from = LocalDate.parse("2022-01-01").atStartOfDay().toInstant(ZoneOffset.UTC);
        return Stream.iterate(
                zone.getRules().nextTransition(from),
                change -> change != null && change.getInstant().isBefore(Instant.parse("2030-01-01T00:00:00Z")),
                change -> zone.getRules().nextTransition(change.getInstant()));
    }
}
