package fairnotice.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

    @Test
    void days_and_moments_of_three_centuries_are_read() {
        assertThat(WrittenDay.day("1900-01-01")).contains(LocalDate.of(1900, 1, 1));
        assertThat(WrittenDay.day("2199-12-31")).contains(LocalDate.of(2199, 12, 31));
        assertThat(WrittenDay.day("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
        assertThat(WrittenDay.moment("2026-03-02T09:00:00Z")).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(WrittenDay.local("2026-03-31T09:30")).contains(LocalDateTime.of(2026, 3, 31, 9, 30));
        assertThat(WrittenDay.typed("day", " 2026-03-31 ")).isEqualTo("2026-03-31");
        assertThat(WrittenDay.typed("day", " ")).isNull();
        assertThat(WrittenDay.typed("day", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-02-30",
                "2026-3-1",
                "0001-01-01",
                "1899-12-31",
                "2200-01-01",
                "9999-12-31",
                "-2026-01-01",
                "+999999999-12-31",
                "+12026-01-01",
                "20260101",
                "٢٠٢٦-٠١-٠١"
            })
    void nothing_else_is(String text) {
        assertThat(WrittenDay.day(text)).isEmpty();
        assertThat(WrittenDay.moment(text + "T00:00:00Z")).isEmpty();
        assertThat(WrittenDay.local(text + "T00:00")).isEmpty();
        if (!text.isEmpty()) {
            assertThatThrownBy(() -> WrittenDay.typed("day", text)).hasMessageContaining("like 2026-03-31");
        }
    }
}
