package fairnotice.process;

import fairnotice.termination.OrderEnds;
import fairnotice.termination.TellingOrderEnd;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for terminations the last order of which has ended. */
@Component
class OrdersThatEnd extends PlannedLook {

    private final OrderEnds ends;
    private final TellingOrderEnd telling;
    private final Setbacks told;

    OrdersThatEnd(OrderEnds ends, TellingOrderEnd telling, Clock clock, Workers workers) {
        super(clock);
        this.ends = ends;
        this.telling = telling;
        this.told = workers.setbacks("tell of the end of the orders of");
    }

    @Override
    boolean take(Instant now) {
        return each(told, ends.due(now, told.past(AT_ONCE)), telling::tell);
    }

    @Override
    Optional<Instant> planned(Instant after) {
        return ends.next(after);
    }
}
