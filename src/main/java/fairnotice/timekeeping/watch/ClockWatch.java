package fairnotice.timekeeping.watch;

import fairnotice.timekeeping.NodeClock;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Compares before anything that needs legal time has begun, and then every few seconds; once a second while the clock is not right. */
@Component
class ClockWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final NodeClock clock;
    private final Duration compare;
    private final Workers workers;
    private volatile Worker watching;
    private long compared;

    ClockWatch(NodeClock clock, TimekeepingSettings settings, Workers workers) {
        this.clock = clock;
        this.compare = settings.compare();
        this.workers = workers;
    }

    /** Whatever goes wrong, it looks again: a clock that nobody confirms stops this node. */
    private void look() {
        try {
            if (!clock.mayAct() || System.nanoTime() - compared >= compare.toNanos()) {
                compared = System.nanoTime();
                clock.compare();
            }
        } catch (Exception e) {
            LOG.debug("The clock could not be compared and will be again", e);
        } catch (Error e) {
            LOG.error("The clock could not be compared and will be again", e);
        }
    }

    @Override
    public void start() {
        look();
        watching = workers.start("clock-watch", () -> {
            Thread.sleep(LOOK.toMillis());
            look();
        });
    }

    @Override
    public void stop() {
        if (watching != null) {
            watching.cutOff(Duration.ZERO);
            watching = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    /** Before conductor and senders, and gone after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
