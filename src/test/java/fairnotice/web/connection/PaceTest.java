package fairnotice.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(15), 8_192);

    @Test
    void five_megabytes_at_one_megabit_a_second_arrive_in_their_40_seconds() {
        assertThat(LongStream.rangeClosed(0, 40).filter(second -> PACE.isMissed(125_000 * second, seconds(second))))
                .isEmpty();
    }

    @Test
    void a_byte_each_ten_seconds_is_too_slow_once_the_grace_is_over() {
        assertThat(PACE.isMissed(1, seconds(15))).isFalse();
        assertThat(PACE.isMissed(2, seconds(20))).isTrue();
    }

    @Test
    void a_connection_that_stood_still_for_ten_seconds_catches_up() {
        assertThat(PACE.isMissed(125_000 * 5, seconds(15 + 76))).isFalse();
        assertThat(PACE.isMissed(125_000 * 5, seconds(15 + 77))).isTrue();
    }

    @Test
    void in_a_crowd_the_grace_is_a_fifth() {
        assertThat(PACE.hurried().isMissed(0, seconds(3))).isFalse();
        assertThat(PACE.hurried().isMissed(0, seconds(4))).isTrue();
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
