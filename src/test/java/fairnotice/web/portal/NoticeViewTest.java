package fairnotice.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.clearance.HeldBack;
import fairnotice.notice.NoticeStanding.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The word for where a notice stands. */
class NoticeViewTest {

    private static final Optional<HeldBack> LEFT =
            Optional.of(new HeldBack(HeldBack.Reason.LEFT, LocalDate.parse("2026-06-30"), ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"RUNNING", "OVER", "IN_EFFECT", "IN_EFFECT_RUNNING", "LEFT_OUT"})
    void a_notice_does_not_run_for_a_customer_whose_last_order_has_ended(State state) {
        assertThat(NoticeView.badge(state, state != State.RUNNING, LEFT, false, false))
                .isEqualTo("LEFT");
        assertThat(NoticeView.badge(State.RUNNING, false, Optional.empty(), true, true))
                .isEqualTo("LEFT");
    }

    @Test
    void it_stands_as_it_does_for_a_customer_whose_other_orders_go_on() {
        assertThat(NoticeView.badge(State.RUNNING, false, LEFT, true, false)).isEqualTo("RUNNING");
        assertThat(NoticeView.badge(State.IN_EFFECT, true, LEFT, true, false)).isEqualTo("LEFT_OUT");
        assertThat(NoticeView.badge(State.WITHDRAWN, true, LEFT, false, false)).isEqualTo("WITHDRAWN");
        assertThat(NoticeView.badge(State.IN_EFFECT, true, Optional.empty(), true, false))
                .isEqualTo("IN_EFFECT");
    }
}
