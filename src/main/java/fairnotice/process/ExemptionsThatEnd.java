package fairnotice.process;

import fairnotice.objection.ExemptionEnds;
import fairnotice.objection.TellingExemptionEnd;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Looks once in every quarter of an hour of legal time, in which days begin everywhere, for exemptions whose customers are to be told that
 * they end. Their cases are closed, and so are the processes of these.
 */
@Component
class ExemptionsThatEnd implements PlannedLook {

    private static final int AT_ONCE = 100;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final ExemptionEnds ends;
    private final TellingExemptionEnd telling;
    private final Clock clock;
    private final Setbacks planned;
    private final Setbacks told;
    private Instant looked = Instant.MIN;

    ExemptionsThatEnd(ExemptionEnds ends, TellingExemptionEnd telling, Clock clock, Workers workers) {
        this.ends = ends;
        this.telling = telling;
        this.clock = clock;
        this.planned = workers.setbacks("plan when to tell of the exemption's end in");
        this.told = workers.setbacks("tell of the exemption's end in");
    }

    /** @return whether there was any; then it looks again */
    boolean look() {
        Instant now = clock.instant();
        Instant quarter = Instant.ofEpochSecond(now.getEpochSecond() - now.getEpochSecond() % QUARTER.toSeconds());
        if (quarter.equals(looked)) {
            return false;
        }
        boolean any = each(planned, ends.unplanned(planned.past(AT_ONCE)), telling::planLater)
                | each(told, ends.due(now, told.past(AT_ONCE)), telling::tell);
        looked = any ? looked : quarter;
        return any;
    }

    @Override
    public Optional<Instant> next() {
        return ends.next(clock.instant());
    }

    private static boolean each(Setbacks setbacks, List<String> references, Consumer<String> step) {
        return setbacks.each(references, Function.identity(), reference -> {
            step.accept(reference);
            return true;
        });
    }
}
