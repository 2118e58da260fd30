package fairnotice.process;

import fairnotice.worker.Setbacks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work for days that stand in the tables and have no timer of the engine, since the processes of their cases have ended. Looks once in every
 * quarter of an hour of legal time, in which days begin everywhere.
 */
abstract class PlannedLook {

    /** How many are taken in one look. */
    static final int AT_ONCE = 100;

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Clock clock;
    private Instant looked = Instant.MIN;

    PlannedLook(Clock clock) {
        this.clock = clock;
    }

    /** @return whether there was any; then it looks again */
    final boolean look() {
        Instant now = clock.instant();
        Instant quarter = Instant.ofEpochSecond(now.getEpochSecond() - now.getEpochSecond() % QUARTER.toSeconds());
        if (quarter.equals(looked)) {
            return false;
        }
        boolean any = take(now);
        looked = any ? looked : quarter;
        return any;
    }

    /** The next time, after now, for which some is planned; empty for none. */
    final Optional<Instant> next() {
        return planned(clock.instant());
    }

    /** Does what is due by then, {@value #AT_ONCE} of it at most. @return whether there was any */
    abstract boolean take(Instant now);

    abstract Optional<Instant> planned(Instant after);

    /** One step for each; one that fails is set aside and stops no other. @return whether there was any */
    static boolean each(Setbacks setbacks, List<String> references, Consumer<String> step) {
        return setbacks.each(references, Function.identity(), reference -> {
            step.accept(reference);
            return true;
        });
    }
}
