package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By when a customer is asked what becomes of its data. */
class DataAfterEndTest {

    private static final List<Election> CHOSEN = List.of(
            Election.ofWhole("PO-1", LocalDate.parse("2026-08-31")),
            Election.ofWhole("PO-2", LocalDate.parse("2026-06-30")));

    @Test
    void the_last_day_is_that_of_the_order_that_ends_last() {
        assertThat(Election.lastDay(CHOSEN)).isEqualTo("2026-08-31");
    }

    @Test
    void it_is_asked_for_until_that_day_and_at_once_after_it() {
        assertThat(asked("2026-08-31T21:59:59Z"))
                .isEqualTo(new DataAfterEnd("P", null, "p@example.com", "31 August 2026", "Europe/Berlin", false));
        assertThat(asked("2026-08-31T22:00:00Z"))
                .isEqualTo(new DataAfterEnd("P", null, "p@example.com", "31 August 2026", "Europe/Berlin", true));
    }

    private static DataAfterEnd asked(String at) {
        return DataAfterEnd.of("P", null, "p@example.com", CHOSEN, "Europe/Berlin", Instant.parse(at));
    }
}
