package fairnotice.mail.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One connection's thread: takes a batch, hands its messages over one after the other, and takes the next. */
final class Courier implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int PAGE = 50;
    /** Longer than the slowest hand-over, so that two never try the same deferred message. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final Duration CLOSE_WHEN_IDLE = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Leases leases;
    private final HandOver handOver;
    private final Stop stop;
    private final SenderSettings settings;
    private final Backoff reconnect;
    private int failures;
    private long lastWork = System.nanoTime();

    Courier(Outbox outbox, Leases leases, HandOver handOver, Stop stop, SenderSettings settings) {
        this.outbox = outbox;
        this.leases = leases;
        this.handOver = handOver;
        this.stop = stop;
        this.settings = settings;
        this.reconnect = new Backoff(settings.reconnect(), settings.reconnectMost());
    }

    @Override
    public void run() {
        try (handOver) {
            while (!stop.isAsked()) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            boolean worked = retryDeferred() | walkBatch();
            failures = 0;
            if (worked) {
                lastWork = System.nanoTime();
            } else {
                idle();
            }
        } catch (RelayUnavailable | DataAccessException | TransactionException e) {
            failures++;
            LOG.warn("Mail waits, nothing is lost: {}", e.getMessage());
            stop.pause(reconnect.after(failures));
        }
    }

    private void idle() throws InterruptedException {
        if (System.nanoTime() - lastWork > CLOSE_WHEN_IDLE.toNanos()) {
            handOver.close();
        }
        stop.pause(settings.poll());
    }

    private boolean walkBatch() throws RelayUnavailable, InterruptedException {
        Optional<Lease> claimed = leases.claim();
        if (claimed.isEmpty()) {
            return false;
        }
        try (Lease lease = claimed.get()) {
            if (walk(lease)) {
                outbox.done(lease.batch());
            } else {
                outbox.release(lease.batch());
            }
        } catch (RelayUnavailable e) {
            outbox.release(claimed.get().batch());
            throw e;
        }
        return true;
    }

    /** Whether it came to the end of the batch. */
    private boolean walk(Lease lease) throws RelayUnavailable, InterruptedException {
        int after = 0;
        for (List<Queued> page = next(lease, after); !page.isEmpty(); page = next(lease, after)) {
            for (Queued message : page) {
                if (!lease.isHeld() || stop.isAsked()) {
                    return false;
                }
                handOver.first(message, lease);
                after = message.ordinal();
            }
        }
        return true;
    }

    private List<Queued> next(Lease lease, int after) {
        return outbox.pending(lease.batch().id(), after, PAGE);
    }

    private boolean retryDeferred() throws RelayUnavailable, InterruptedException {
        Optional<Retry> due = outbox.claimDeferred(HOLD);
        if (due.isPresent()) {
            handOver.again(due.get());
        }
        return due.isPresent();
    }
}
