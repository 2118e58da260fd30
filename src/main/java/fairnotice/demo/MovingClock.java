package fairnotice.demo;

import fairnotice.process.clock.EngineClock;
import fairnotice.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Moving the demo clock: one deadline at a time, each when engine and mail are done with the one before. One caller at a time. */
@InDemo
@Service
class MovingClock {

    private static final Logger LOG = LoggerFactory.getLogger(MovingClock.class);
    private static final long PAUSE_MILLIS = 15;

    private final DemoClock clock;
    private final EngineClock engine;
    private final DemoSettings settings;

    MovingClock(DemoClock clock, EngineClock engine, DemoSettings settings) {
        this.clock = clock;
        this.engine = engine;
        this.settings = settings;
    }

    /** @return the time it is then, engine and mail being quiet */
    synchronized Instant advance(Duration by) {
        return moveTo(clock.instant().plus(by));
    }

    /** @throws Refused when no timer is set, or work would not end */
    synchronized Instant toNextDeadline() {
        awaitQuiet();
        Instant next = engine.nextDeadline().orElseThrow(() -> Refused.conflict("refused.clock.no-deadline"));
        return through(next);
    }

    /** @throws Refused when that lies before now, or work for a deadline on the way would not end */
    synchronized Instant moveTo(Instant target) {
        Instant now = clock.instant();
        if (target.isBefore(now)) {
            throw Refused.conflict(
                    "refused.clock.before-now",
                    now.truncatedTo(ChronoUnit.SECONDS),
                    target.truncatedTo(ChronoUnit.SECONDS));
        }
        return through(target);
    }

    /** From the past to the present. */
    synchronized Instant catchUp() {
        Instant present = clock.real().instant();
        if (clock.instant().isBefore(present)) {
            moveTo(present);
        }
        clock.catchUp();
        engine.runAhead(clock.ahead());
        return clock.instant();
    }

    private Instant through(Instant target) {
        awaitQuiet();
        for (Optional<Instant> due = next(target); due.isPresent(); due = next(target)) {
            reach(due.get());
        }
        reach(target);
        return clock.instant();
    }

    private Optional<Instant> next(Instant target) {
        return engine.nextDeadline().filter(due -> !due.isAfter(target));
    }

    private void reach(Instant moment) {
        clock.reach(moment);
        engine.runAhead(clock.ahead());
        awaitQuiet();
    }

    /** Quiet twice in a row: what a job did just after it was asked for shows the second time. */
    synchronized void awaitQuiet() {
        long until = System.nanoTime() + settings.quietWithin().toNanos();
        for (int quiet = 0; quiet < 2; ) {
            quiet = isQuiet() ? quiet + 1 : 0;
            if (System.nanoTime() > until) {
                throw Refused.conflict("refused.clock.stopped", clock.instant().truncatedTo(ChronoUnit.SECONDS));
            }
            if (quiet < 2) {
                pause();
            }
        }
    }

    /** A step that lost a race is found again by the next look; one that never gets through ends in the refusal. */
    private boolean isQuiet() {
        try {
            return engine.isQuiet();
        } catch (RuntimeException e) {
            LOG.debug("Not quiet yet", e);
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.conflict("refused.clock.interrupted");
        }
    }
}
