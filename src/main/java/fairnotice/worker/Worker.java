package fairnotice.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes one turn after the other until it is ended. Whatever is thrown in a turn, it pauses, longer with every failure in a
 * row, and takes the next.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** What it does again and again; waits by itself when there is nothing to do. */
    @FunctionalInterface
    public interface Turn {
        /** @throws InterruptedException when it was interrupted while it waited */
        void take() throws InterruptedException;
    }

    private final String name;
    private final Turn turn;
    private final Backoff pauses;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile int failures;
    private volatile long failingSince;
    private volatile String cause;

    Worker(String name, Turn turn, Backoff pauses) {
        this.name = name;
        this.turn = turn;
        this.pauses = pauses;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void work() {
        while (!isEnded()) {
            try {
                turn.take();
                recovered();
            } catch (InterruptedException e) {
                LOG.debug("{} was interrupted", name);
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.info("{} works again after {} failures", name, failures);
            failures = 0;
            cause = null;
        }
    }

    /** Not even saying so may end it: there may be no memory left for the words. */
    private void failed(Throwable e) {
        try {
            failingSince = failures == 0 ? System.nanoTime() : failingSince;
            failures++;
            cause = e.toString();
            Duration pause = pauses.after(failures);
            LOG.warn("{} failed ({} in a row), retrying in {}: {}", name, failures, pause, cause, e);
            pause(pause);
        } catch (InterruptedException interrupted) {
            LOG.debug("{} was interrupted", name);
        } catch (Throwable again) {
            Thread.yield();
        }
    }

    /** Ends with {@link #ask} as well. */
    public void pause(Duration duration) throws InterruptedException {
        ended.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Asks it to end after the turn it takes. */
    public void ask() {
        ended.countDown();
    }

    public boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Asks it to end, and waits for the end of the turn it takes. @return whether it has ended by then */
    public boolean awaitEnd(Duration atMost) {
        ask();
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, atMost.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Ends it, and interrupts the turn it takes when that has not come to its end by then. */
    public void end(Duration atMost) {
        if (!awaitEnd(atMost)) {
            thread.interrupt();
        }
    }

    /** Interrupts what it waits for and ends it, waiting for it that long at most. */
    public void cutOff(Duration atMost) {
        ask();
        thread.interrupt();
        end(atMost);
    }

    public String name() {
        return name;
    }

    /** False after it has ended, which it never does by itself. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Empty while it works. */
    public Optional<Setback> setback() {
        int inARow = failures;
        return inARow == 0
                ? Optional.empty()
                : Optional.of(new Setback(
                        name, inARow, Duration.ofNanos(System.nanoTime() - failingSince), pauses.after(inARow), cause));
    }
}
