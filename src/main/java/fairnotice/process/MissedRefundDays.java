package fairnotice.process;

import fairnotice.termination.RefundDays;
import fairnotice.termination.TellingMissedRefundDay;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for last days to approve or pay a refund that finance has let pass, so that their customers are told. */
@Component
class MissedRefundDays extends PlannedLook {

    private final RefundDays days;
    private final TellingMissedRefundDay telling;
    private final Setbacks planned;
    private final Setbacks told;

    MissedRefundDays(RefundDays days, TellingMissedRefundDay telling, Clock clock, Workers workers) {
        super(clock);
        this.days = days;
        this.telling = telling;
        this.planned = workers.setbacks("plan when to tell of a late refund in");
        this.told = workers.setbacks("tell of the late refund in");
    }

    @Override
    boolean take(Instant now) {
        return each(planned, days.unplanned(planned.past(AT_ONCE)), telling::plan)
                | each(told, days.missed(now, told.past(AT_ONCE)), telling::tell);
    }

    @Override
    Optional<Instant> planned(Instant after) {
        return days.next(after);
    }
}
