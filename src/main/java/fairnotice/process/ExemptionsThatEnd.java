package fairnotice.process;

import fairnotice.objection.ExemptionEnds;
import fairnotice.objection.TellingExemptionEnd;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Looks once in every hour of legal time for exemptions whose customers are to be told that they end. Their cases are closed, and so are
 * the processes of these.
 */
@Component
class ExemptionsThatEnd {

    private static final int AT_ONCE = 100;

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
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(looked)) {
            return false;
        }
        boolean any = each(planned, ends.unplanned(planned.past(AT_ONCE)), telling::planLater)
                | each(told, ends.due(now, told.past(AT_ONCE)), telling::tell);
        looked = any ? looked : hour;
        return any;
    }

    private static boolean each(Setbacks setbacks, List<String> references, Consumer<String> step) {
        return setbacks.each(references, Function.identity(), reference -> {
            step.accept(reference);
            return true;
        });
    }
}
