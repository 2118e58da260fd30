package fairnotice.calendar.jollyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.calendar.Holidays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JollydayHolidaysTest {

    private final JollydayHolidays calendars = new JollydayHolidays();

    @ParameterizedTest
    @CsvSource({
        "GB, 2026-12-25, true",
        "GB, 2026-12-28, true",
        "GB, 2026-12-29, false",
        "GB-ENG, 2026-04-06, true",
        "DE, 2026-10-03, true",
        "DE, 2026-01-06, false",
        "DE-BY, 2026-01-06, true",
        "de-by, 2026-01-06, true",
        "US, 2026-11-26, true",
        "CA, 2026-07-01, true",
        "US, 2027-12-31, true", // 1 January 2028 is a Saturday
        "US, 2021-12-31, true",
        "US, 2026-12-31, false",
        "US, 2023-01-02, true", // 1 January 2023 is a Sunday
        "MS, 2023-01-02, true", // Montserrat's holiday on 31 December 2022, a Saturday, listed under 2022 alone
    })
    void the_public_holidays_of_a_place_are_known(String id, LocalDate day, boolean holiday) {
        assertThat(calendars.getById(id).isHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void no_calendar_means_no_holidays() {
        assertThat(calendars.getById(null)).isSameAs(Holidays.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "", "DE-", "DE-ZZ", "GB-ENG-ZZ", "../DE", "Germany"})
    void an_unknown_calendar_is_refused_by_name(String id) {
        assertThatThrownBy(() -> calendars.getById(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + id + "\"");
    }
}
