package fairnotice.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Instant machine = NOON;
    private Instant database = NOON;
    private long nanos = 1_000;
    private Duration answersAfter = Duration.ZERO;
    private boolean away;

    private final NodeClock clock =
            new NodeClock(() -> machine, this::databaseTells, () -> nanos, Duration.ofSeconds(5));

    private Instant databaseTells() {
        if (away) {
            throw new IllegalStateException("The database is away");
        }
        pass(answersAfter);
        return database;
    }

    /** Everywhere the same time goes by. */
    private void pass(Duration time) {
        machine = machine.plus(time);
        database = database.plus(time);
        nanos += time.toNanos();
    }

    @Test
    void a_node_does_nothing_before_it_has_compared() {
        assertThat(clock.mayAct()).isFalse();
        assertThat(clock.standing().sentence()).isEqualTo("This node could not compare its clock with the database's.");

        clock.compare();

        assertThat(clock.mayAct()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT5S, true", "-PT5S, true", "PT5.001S, false", "-PT5.001S, false", "P40D, false"})
    void a_clock_may_be_five_seconds_off_in_either_direction(Duration off, boolean mayAct) {
        machine = database.plus(off);

        clock.compare();

        assertThat(clock.mayAct()).isEqualTo(mayAct);
    }

    @ParameterizedTest
    @CsvSource({
        "P40D, 40 days ahead of",
        "-P40D, 40 days behind",
        "PT26H, 26 hours ahead of",
        "-PT90M, 90 minutes behind",
        "PT61S, 61 seconds ahead of"
    })
    void it_says_by_how_much_it_is_off(Duration off, String words) {
        machine = database.plus(off);

        clock.compare();

        assertThat(clock.standing().sentence()).isEqualTo("This node's clock is " + words + " the database's.");
    }

    @Test
    void a_clock_that_is_moved_is_noticed_before_the_next_comparison_and_so_is_that_it_was_put_right() {
        clock.compare();
        pass(Duration.ofSeconds(1));

        machine = machine.plus(Duration.ofDays(40));
        assertThat(clock.mayAct()).isFalse();
        assertThat(clock.standing().since()).isEqualTo(NOON.plusSeconds(1));

        pass(Duration.ofSeconds(2));
        machine = machine.minus(Duration.ofDays(40));
        assertThat(clock.mayAct()).isTrue();
        assertThat(clock.standing().since()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void a_machine_that_slept_waits_until_the_database_confirms_the_time() {
        clock.compare();

        machine = machine.plus(Duration.ofHours(8));
        database = database.plus(Duration.ofHours(8));
        assertThat(clock.mayAct()).isFalse();

        clock.compare();
        assertThat(clock.mayAct()).isTrue();
    }

    @Test
    void a_clock_that_nobody_confirmed_for_half_a_minute_is_not_trusted() {
        clock.compare();
        away = true;

        pass(Duration.ofSeconds(30));
        assertThatThrownBy(clock::compare).hasMessage("The database is away");
        assertThat(clock.mayAct()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(clock.mayAct()).isFalse();

        away = false;
        clock.compare();
        assertThat(clock.mayAct()).isTrue();
    }

    @Test
    void an_answer_that_took_long_says_nothing_against_a_clock() {
        clock.compare();
        answersAfter = Duration.ofSeconds(1);
        clock.compare();
        assertThat(clock.standing().ahead()).isZero();

        answersAfter = Duration.ofSeconds(20);
        machine = machine.plusSeconds(4);
        clock.compare();
        assertThat(clock.standing().ahead()).isEqualTo(Duration.ofSeconds(4));
        assertThat(clock.mayAct()).isTrue();
    }

    @Test
    void a_pause_between_two_readings_does_not_look_like_a_moved_clock() {
        clock.compare();
        NodeClock paused = new NodeClock(
                () -> machine,
                () -> database,
                new java.util.function.LongSupplier() {
                    private int readings;

                    @Override
                    public long getAsLong() {
                        return ++readings == 3 ? nanos + Duration.ofSeconds(9).toNanos() : nanos;
                    }
                },
                Duration.ofSeconds(5));

        paused.compare();

        assertThat(paused.mayAct()).isTrue();
    }
}
