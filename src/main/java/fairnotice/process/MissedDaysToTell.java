package fairnotice.process;

import fairnotice.objection.MissedDays;
import fairnotice.objection.TellingMissedDay;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for last days that the publisher has let pass, so that their customers are told. */
@Component
class MissedDaysToTell extends PlannedLook {

    private final MissedDays missed;
    private final TellingMissedDay telling;
    private final Setbacks told;

    MissedDaysToTell(MissedDays missed, TellingMissedDay telling, Clock clock, Workers workers) {
        super(clock);
        this.missed = missed;
        this.telling = telling;
        this.told = workers.setbacks("tell of the day that was missed in");
    }

    @Override
    boolean take(Instant now) {
        return each(told, missed.untold(now, told.past(AT_ONCE)), telling::tell);
    }

    @Override
    Optional<Instant> planned(Instant after) {
        return missed.next(after);
    }
}
