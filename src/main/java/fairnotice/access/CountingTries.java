package fairnotice.access;

import fairnotice.limit.Limit;
import fairnotice.limit.Limits;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is tried within a step that is undone when it was wrong: the try counts all the same. */
@Service
public class CountingTries {

    private final Limits limits;

    CountingTries(Limits limits) {
        this.limits = limits;
    }

    /** @return real time to wait; none when this one may be made */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration take(List<Limit> tries) {
        return limits.take(tries);
    }

    /** What was right was no try. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(List<Limit> tries) {
        limits.giveBack(tries);
    }
}
