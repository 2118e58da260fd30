package fairnotice.objection;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is reminded of a date. 25 December 2026 is a Friday and a holiday here. */
class SettlementDatesTest {

    private static final Holidays CHRISTMAS = Set.of(LocalDate.parse("2026-12-25"))::contains;

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
        Instant due = midnight(last.plusDays(1), BERLIN);

        Instant reminder = new SettlementDates(id -> CHRISTMAS).reminderBefore(policy, due);

        assertThat(reminder).isEqualTo(midnight(reminded, BERLIN));
    }
}
