package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecurityThrottleTest {

    private long nanoTime = Long.MAX_VALUE - 5; // may wrap around, as System.nanoTime may
    private final SecurityThrottle throttle = new SecurityThrottle(() -> nanoTime);

    @Test
    void ten_wrong_passwords_close_the_door_for_five_minutes() {
        fail(9);
        assertThat(throttle.isClosed("legal", "192.0.2.1")).isFalse();
        fail(1);
        assertThat(throttle.isClosed(" LEGAL ", "192.0.2.1")).isTrue();

        nanoTime += Duration.ofMinutes(5).toNanos();
        assertThat(throttle.isClosed("legal", "192.0.2.1")).isTrue();
        nanoTime += 1;
        assertThat(throttle.isClosed("legal", "192.0.2.1")).isFalse();
    }

    @Test
    void other_users_and_other_addresses_are_not_shut_out() {
        fail(10);

        assertThat(throttle.isClosed("legal", "192.0.2.2")).isFalse();
        assertThat(throttle.isClosed("counsel", "192.0.2.1")).isFalse();
    }

    @Test
    void the_right_password_forgets_the_wrong_ones() {
        fail(9);
        throttle.succeeded("legal", "192.0.2.1");
        fail(9);

        assertThat(throttle.isClosed("legal", "192.0.2.1")).isFalse();
    }

    @Test
    void a_flood_of_names_does_not_fill_the_memory_and_forgets_the_oldest_first() {
        fail(10);
        for (int n = 0; n < 9_999; n++) {
            throttle.failed("user" + n, "192.0.2.1");
        }
        assertThat(throttle.isClosed("legal", "192.0.2.1")).isTrue();

        throttle.failed("one more", "192.0.2.1");
        assertThat(throttle.isClosed("legal", "192.0.2.1")).isFalse();
    }

    private void fail(int times) {
        for (int n = 0; n < times; n++) {
            throttle.failed("legal", "192.0.2.1");
        }
    }
}
