package fairnotice.process;

import fairnotice.objection.DraftingObjection;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Has old drafts of objections deleted, once in every hour of real time. */
@Component
class OldDrafts {

    private static final long BETWEEN = TimeUnit.HOURS.toNanos(1);

    private final DraftingObjection drafting;
    private long lookedAt = System.nanoTime() - BETWEEN;

    OldDrafts(DraftingObjection drafting) {
        this.drafting = drafting;
    }

    /** @return false, since nothing follows from it */
    boolean forget() {
        long now = System.nanoTime();
        if (now - lookedAt >= BETWEEN) {
            drafting.forgetOld();
            lookedAt = now;
        }
        return false;
    }
}
