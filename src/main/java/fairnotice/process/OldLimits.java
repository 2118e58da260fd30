package fairnotice.process;

import fairnotice.limit.Limits;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Has limits deleted that nobody has used up any part of, once in every hour of real time. */
@Component
class OldLimits {

    private static final long BETWEEN = TimeUnit.HOURS.toNanos(1);

    private final Limits limits;
    private long lookedAt = System.nanoTime() - BETWEEN;

    OldLimits(Limits limits) {
        this.limits = limits;
    }

    /** @return false, since nothing follows from it */
    boolean forget() {
        long now = System.nanoTime();
        if (now - lookedAt >= BETWEEN) {
            limits.forgetOld();
            lookedAt = now;
        }
        return false;
    }
}
