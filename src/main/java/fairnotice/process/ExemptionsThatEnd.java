package fairnotice.process;

import fairnotice.objection.ExemptionEnds;
import fairnotice.objection.TellingExemptionEnd;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for exemptions whose customers are to be told that they end. */
@Component
class ExemptionsThatEnd extends PlannedLook {

    private final ExemptionEnds ends;
    private final TellingExemptionEnd telling;
    private final Setbacks planned;
    private final Setbacks told;

    ExemptionsThatEnd(ExemptionEnds ends, TellingExemptionEnd telling, Clock clock, Workers workers) {
        super(clock);
        this.ends = ends;
        this.telling = telling;
        this.planned = workers.setbacks("plan when to tell of the exemption's end in");
        this.told = workers.setbacks("tell of the exemption's end in");
    }

    @Override
    boolean take(Instant now) {
        return each(planned, ends.unplanned(planned.past(AT_ONCE)), telling::planLater)
                | each(told, ends.due(now, told.past(AT_ONCE)), telling::tell);
    }

    @Override
    Optional<Instant> planned(Instant after) {
        return ends.next(after);
    }
}
