package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-12-03T00:00:00Z | UTC             | end of 2 December 2026 (UTC)
                    2026-12-03T00:00:01Z | UTC             | 3 December 2026, 00:00 (UTC)
                    2027-03-15T04:00:00Z | America/Toronto | end of 14 March 2027 (America/Toronto)
                    2027-03-14T05:00:00Z | America/Toronto | end of 13 March 2027 (America/Toronto)
                    2026-12-03T00:00:00Z | Europe/Berlin   | 3 December 2026, 01:00 (Europe/Berlin)
                    2026-03-29T03:00:00Z | Africa/Cairo    | 29 March 2026, 05:00 (Africa/Cairo)
                    """)
    void what_is_due_when_a_day_ends_is_due_on_that_day(Instant due, ZoneId zone, String words) {
        assertThat(new Dates().due(due, zone)).isEqualTo(words);
    }

    @Test
    void what_is_overdue_is_so_since_the_end_of_its_last_day() {
        Instant due = Instant.parse("2026-12-08T00:00:00Z");

        assertThat(new Dates().overdue(due, ZoneId.of("UTC"))).isEqualTo("since the end of 7 December 2026 (UTC)");
        assertThat(new Dates().overdue(due, ZoneId.of("Europe/Berlin")))
                .isEqualTo("since 8 December 2026, 01:00 (Europe/Berlin)");
        Language.DE.speak(() -> assertThat(new Dates().overdue(due, ZoneId.of("UTC")))
                .isEqualTo("seit 7. Dezember 2026, 24:00 Uhr (UTC)"));
    }

    @Test
    void a_german_reads_german_dates_and_amounts() {
        Instant moment = Instant.parse("2026-12-03T00:00:00Z");

        Language.DE.speak(() -> assertThat(new Dates().moment(moment, ZoneId.of("Europe/Berlin")))
                .isEqualTo("3. Dezember 2026, 01:00 Uhr (Europe/Berlin)"));
        Language.DE.speak(() ->
                assertThat(new Dates().money(new BigDecimal("-1234.50"), "EUR")).isEqualTo("-1.234,50 EUR"));
    }
}
