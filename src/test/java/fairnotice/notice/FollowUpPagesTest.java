package fairnotice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether somebody whom the change was decided to leave out is written to again. */
class FollowUpPagesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"IN_EFFECT, false, true", "IN_EFFECT, true, false", "REMINDER, true, false", "WITHDRAWAL, true, true"})
    void who_is_left_out_hears_of_a_withdrawal_and_not_that_the_change_is_in_effect(
            Occasion occasion, boolean leftOut, boolean concerned) {
        Notice notice = notice(leftOut ? NOW.minusSeconds(60) : null, null);

        assertThat(FollowUpPages.concerns(occasion, notice, NOW)).isEqualTo(concerned);
    }

    @Test
    void a_customer_whose_last_order_has_ended_is_not_told_that_the_change_is_in_effect() {
        assertThat(FollowUpPages.concerns(Occasion.IN_EFFECT, notice(null, NOW), NOW))
                .isFalse();
        assertThat(FollowUpPages.concerns(Occasion.IN_EFFECT, notice(null, NOW.plusSeconds(1)), NOW))
                .isTrue();
    }

    private static Notice notice(Instant leftOutAt, Instant boundUntil) {
        return new Notice(
                1,
                Announced.REFERENCE,
                1,
                "opsticket",
                1,
                7,
                true,
                true,
                null,
                null,
                null,
                null,
                boundUntil,
                null,
                null,
                leftOutAt,
                null);
    }
}
