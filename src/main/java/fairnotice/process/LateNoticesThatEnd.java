package fairnotice.process;

import fairnotice.notice.LateNotices;
import fairnotice.notice.TellingLateNotices;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Looks once in every quarter of an hour of legal time, in which days begin everywhere, for customers whose own notice has ended after the
 * go-live. The processes of their changes have ended by then, or wait for something else.
 */
@Component
class LateNoticesThatEnd implements PlannedLook {

    private static final int AT_ONCE = 100;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final LateNotices late;
    private final TellingLateNotices telling;
    private final Clock clock;
    private final Setbacks told;
    private Instant looked = Instant.MIN;

    LateNoticesThatEnd(LateNotices late, TellingLateNotices telling, Clock clock, Workers workers) {
        this.late = late;
        this.telling = telling;
        this.clock = clock;
        this.told = workers.setbacks("tell customers whose notice ended later of");
    }

    /** @return whether there was any; then it looks again */
    boolean look() {
        Instant now = clock.instant();
        Instant quarter = Instant.ofEpochSecond(now.getEpochSecond() - now.getEpochSecond() % QUARTER.toSeconds());
        if (quarter.equals(looked)) {
            return false;
        }
        boolean any = told.each(late.due(now, told.past(AT_ONCE)), Function.identity(), telling::tell);
        looked = any ? looked : quarter;
        return any;
    }

    @Override
    public Optional<Instant> next() {
        return late.next(clock.instant());
    }
}
