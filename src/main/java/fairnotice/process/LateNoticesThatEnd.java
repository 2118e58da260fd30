package fairnotice.process;

import fairnotice.notice.LateNotices;
import fairnotice.notice.TellingLateNotices;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Looks for customers whose own notice has ended after the go-live. */
@Component
class LateNoticesThatEnd extends PlannedLook {

    private final LateNotices late;
    private final TellingLateNotices telling;
    private final Setbacks told;

    LateNoticesThatEnd(LateNotices late, TellingLateNotices telling, Clock clock, Workers workers) {
        super(clock);
        this.late = late;
        this.telling = telling;
        this.told = workers.setbacks("tell customers whose notice ended later of");
    }

    @Override
    boolean take(Instant now) {
        return told.each(late.due(now, told.past(AT_ONCE)), Function.identity(), telling::tell);
    }

    @Override
    Optional<Instant> planned(Instant after) {
        return late.next(after);
    }
}
