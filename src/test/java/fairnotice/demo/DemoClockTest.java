package fairnotice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.process.clock.EngineClock;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The demo clock moves forward only, and stops at every deadline on its way. */
class DemoClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Kept story = new Kept();
    private final Clock real = Clock.fixed(NOON, ZoneOffset.UTC);
    private final DemoClock clock = new DemoClock(real, story);
    private final Timers engine = new Timers();
    private final MovingClock moving =
            new MovingClock(clock, engine, new DemoSettings(true, Duration.ofDays(75), Duration.ofMillis(200)));

    @Test
    void the_clock_refuses_to_go_back_and_says_so() {
        moving.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> moving.moveTo(NOON))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("only moves forward")
                .hasMessageContaining("2026-11-23T12:00:00Z");
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void a_restart_goes_on_from_the_time_that_was_reached() {
        moving.advance(Duration.ofDays(15));

        assertThat(new DemoClock(real, story).instant()).isEqualTo(NOON.plus(Duration.ofDays(15)));
        assertThat(engine.shown.get(engine.shown.size() - 1)).isEqualTo(NOON.plus(Duration.ofDays(15)));
    }

    @Test
    void every_deadline_on_the_way_has_its_own_moment_in_the_order_of_their_dates() {
        engine.due.add(NOON.plus(Duration.ofDays(9)));
        engine.due.add(NOON.plus(Duration.ofDays(2)));
        engine.due.add(NOON.plus(Duration.ofDays(40)));

        Instant now = moving.advance(Duration.ofDays(15));

        assertThat(now).isEqualTo(NOON.plus(Duration.ofDays(15)));
        assertThat(engine.fired).containsExactly(NOON.plus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(9)));
        assertThat(engine.firedAt).isEqualTo(engine.fired);
    }

    @Test
    void a_deadline_that_appears_on_the_way_is_kept_too() {
        engine.due.add(NOON.plus(Duration.ofDays(2)));
        engine.next = Duration.ofDays(3);

        moving.advance(Duration.ofDays(10));

        assertThat(engine.firedAt).startsWith(NOON.plus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(5)));
    }

    @Test
    void the_next_deadline_is_the_nearest_one() {
        engine.due.add(NOON.plus(Duration.ofDays(9)));
        engine.due.add(NOON.plus(Duration.ofDays(2)));

        assertThat(moving.toNextDeadline()).isEqualTo(NOON.plus(Duration.ofDays(2)));
        assertThat(engine.due).containsExactly(NOON.plus(Duration.ofDays(9)));
    }

    /** Real time goes on while the clock is being moved. */
    @Test
    void the_next_deadline_is_reached_however_fast_time_runs() {
        Instant deadline = Instant.now().plus(Duration.ofDays(2));
        engine.due.add(deadline);
        engine.clock = Clock.systemUTC();

        Instant now = new MovingClock(
                        new DemoClock(Clock.systemUTC(), story),
                        engine,
                        new DemoSettings(true, Duration.ofDays(75), Duration.ofSeconds(20)))
                .toNextDeadline();

        assertThat(now).isBetween(deadline, deadline.plusSeconds(60));
    }

    @Test
    void without_a_deadline_ahead_the_clock_stays_and_says_why() {
        assertThatThrownBy(moving::toNextDeadline).hasMessageContaining("No deadline lies ahead");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void the_clock_waits_a_bounded_time_for_work_that_does_not_end() {
        engine.busy = true;

        assertThatThrownBy(() -> moving.advance(Duration.ofDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not ended");
    }

    @Test
    void a_past_that_was_told_ends_exactly_in_the_present() {
        story.ahead = Duration.ofDays(-75);
        DemoClock past = new DemoClock(real, story);

        new MovingClock(past, engine, new DemoSettings(true, Duration.ofDays(75), Duration.ofSeconds(1))).catchUp();

        assertThat(past.ahead()).isZero();
        assertThat(story.ahead).isZero();
    }

    /** An engine whose timers fire as soon as its clock has reached them. */
    private static final class Timers implements EngineClock {

        final TreeSet<Instant> due = new TreeSet<>();
        final List<Instant> shown = new ArrayList<>();
        final List<Instant> fired = new ArrayList<>();
        final List<Instant> firedAt = new ArrayList<>();
        Duration next;
        boolean busy;
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

        @Override
        public void runAhead(Duration ahead) {
            Instant now = clock.instant().plus(ahead);
            shown.add(now);
            while (!due.isEmpty() && !due.first().isAfter(now)) {
                fired.add(due.pollFirst());
                firedAt.add(now);
                if (next != null) {
                    due.add(now.plus(next));
                }
            }
        }

        @Override
        public Optional<Instant> nextDeadline() {
            return due.stream().findFirst();
        }

        @Override
        public boolean isQuiet() {
            return !busy;
        }
    }

    /** What the database would keep. */
    private static final class Kept implements DemoStory {

        Duration ahead = Duration.ZERO;

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public boolean isTaken() {
            return false;
        }

        @Override
        public void begin(Instant beginsAt, Duration from) {
            ahead = from;
        }

        @Override
        public Instant beginsAt() {
            return NOON;
        }

        @Override
        public Duration ahead() {
            return ahead;
        }

        @Override
        public void keepAhead(Duration to) {
            ahead = to;
        }

        @Override
        public boolean isDone(String step) {
            return false;
        }

        @Override
        public void done(String step, Instant at) {}
    }
}
