package fairnotice.process;

import fairnotice.inbox.TellingOfTasks;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for new tasks whose people are to be told, several times while they are collected; an idle house hardly notices. */
@Component
class NewTasks {

    private static final int LOOKS = 8;

    private final TellingOfTasks telling;
    private final Duration collected;
    private final long between;
    private long lookedAt;

    NewTasks(TellingOfTasks telling, ProcessSettings settings) {
        this.telling = telling;
        this.collected = settings.collectTasks();
        this.between = collected.dividedBy(LOOKS).toNanos();
        this.lookedAt = System.nanoTime() - between;
    }

    /** @return whether anybody was told */
    boolean look() {
        long now = System.nanoTime();
        if (now - lookedAt < between) {
            return false;
        }
        boolean any = telling.tell(collected) > 0;
        lookedAt = now;
        return any;
    }
}
