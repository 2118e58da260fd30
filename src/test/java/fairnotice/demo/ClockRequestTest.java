package fairnotice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo clock can be asked for. */
class ClockRequestTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"P15D,PT360H", "P1W,PT168H", "P1M,PT720H", "PT6H,PT6H", "P1DT2H,PT26H", "P0D,PT0S"})
    void periods_are_read_as_ISO_8601_writes_them(String advance, Duration distance) {
        assertThat(new ClockRequest(advance, null).distance(NOON)).isEqualTo(distance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P-1D",
                "-P1D",
                "PT-1S",
                "P401D",
                "P9999999999D",
                "PT99999999999999999H",
                "15 days",
                "",
                "<b>",
                "P"
            })
    void what_is_no_period_or_goes_back_or_too_far_is_refused_with_a_sentence(String advance) {
        assertThatThrownBy(() -> new ClockRequest(advance, null).distance(NOON))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void exactly_one_of_the_two_is_asked_for() {
        assertThatThrownBy(() -> new ClockRequest(null, null).isToNextDeadline())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new ClockRequest("P1D", "next-deadline").isToNextDeadline())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new ClockRequest(null, "yesterday").isToNextDeadline())
                .isInstanceOf(Refused.class);
        assertThat(new ClockRequest(null, "next-deadline").isToNextDeadline()).isTrue();
    }
}
