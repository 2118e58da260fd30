package fairnotice.process;

import fairnotice.inbox.TellingOfTasks;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for new tasks whose people are to be told, several times while they are collected; an idle house hardly notices. */
@Component
class NewTasks {

    private static final int LOOKS = 8;

    private final TellingOfTasks telling;
    private final Duration collected;
    private final long between;
    private final Setbacks setbacks;
    private long lookedAt;

    NewTasks(TellingOfTasks telling, ProcessSettings settings, Workers workers) {
        this.telling = telling;
        this.collected = settings.collectTasks();
        this.between = collected.dividedBy(LOOKS).toNanos();
        this.setbacks = workers.setbacks("tell staff of task");
        this.lookedAt = System.nanoTime() - between;
    }

    /** @return whether anybody was told */
    boolean look() {
        long now = System.nanoTime();
        if (now - lookedAt < between) {
            return false;
        }
        boolean any = setbacks.together(telling.collected(collected), task -> task, telling::tell);
        lookedAt = now;
        return any;
    }
}
