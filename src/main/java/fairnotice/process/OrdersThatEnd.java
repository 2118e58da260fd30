package fairnotice.process;

import fairnotice.termination.OrderEnds;
import fairnotice.termination.TellingOrderEnd;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Looks once in every quarter of an hour of legal time, in which days begin everywhere, for terminated orders whose last has ended. */
@Component
class OrdersThatEnd implements PlannedLook {

    private static final int AT_ONCE = 100;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final OrderEnds ends;
    private final TellingOrderEnd telling;
    private final Clock clock;
    private final Setbacks told;
    private Instant looked = Instant.MIN;

    OrdersThatEnd(OrderEnds ends, TellingOrderEnd telling, Clock clock, Workers workers) {
        this.ends = ends;
        this.telling = telling;
        this.clock = clock;
        this.told = workers.setbacks("tell of the end of the orders of");
    }

    /** @return whether there was any; then it looks again */
    boolean look() {
        Instant now = clock.instant();
        Instant quarter = Instant.ofEpochSecond(now.getEpochSecond() - now.getEpochSecond() % QUARTER.toSeconds());
        if (quarter.equals(looked)) {
            return false;
        }
        boolean any = told.each(ends.due(now, told.past(AT_ONCE)), Function.identity(), reference -> {
            telling.tell(reference);
            return true;
        });
        looked = any ? looked : quarter;
        return any;
    }

    @Override
    public Optional<Instant> next() {
        return ends.next(clock.instant());
    }
}
