package fairnotice.mail.smtp;

import fairnotice.worker.Backoff;
import fairnotice.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One connection's thread: takes batches, hands their messages over one after the other, and takes the next. */
final class SmtpWorker implements Worker.Turn {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpWorker.class);
    private static final int PAGE = 50;
    private static final int MANY = 10;
    /** For batches that fail by themselves, so that others have their turn. */
    private static final Duration ASIDE = Duration.ofMinutes(1);

    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(1);
    private static final Duration TOGETHER = Duration.ofMillis(100);
    private static final Duration CLOSE_WHEN_IDLE = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Leases leases;
    private final Delivery handOver;
    private final Probing probing;
    private final Reachability reachability;
    private final Stop stop;
    private final Watch watch;
    private final BooleanSupplier mayAct;
    private final Backoff reconnect;
    private final Duration hold;
    private int failures;
    private boolean again;
    private long lastWork = System.nanoTime();

    SmtpWorker(
            Outbox outbox,
            Leases leases,
            Delivery handOver,
            Probing probing,
            Reachability reachability,
            Stop stop,
            Watch watch,
            BooleanSupplier mayAct,
            SenderSettings settings) {
        this.outbox = outbox;
        this.leases = leases;
        this.handOver = handOver;
        this.probing = probing;
        this.reachability = reachability;
        this.stop = stop;
        this.watch = watch;
        this.mayAct = mayAct;
        this.reconnect = new Backoff(settings.reconnect(), settings.reconnectMost());
        this.hold = settings.slowestHandOver();
    }

    @Override
    public void take() throws InterruptedException {
        try {
            if (!mayAct.getAsBoolean()) {
                stop.pause(UNTIL_ASKED_AGAIN);
                return;
            }
            boolean retried = retryDeferred() | probing.probe();
            int handed = walkBatches();
            failures = 0;
            if (retried || handed > 0) {
                lastWork = System.nanoTime();
            }
            if (!retried && handed < MANY) {
                idle();
            }
        } catch (RelayUnavailable e) {
            failures++;
            reachability.lost(e.getMessage(), reconnect.after(failures));
            stop.pause(reconnect.after(failures));
        } catch (DataAccessException | TransactionException e) {
            failures++;
            LOG.warn("Database unavailable, retrying in {}: {}", reconnect.after(failures), e.getMessage());
            stop.pause(reconnect.after(failures));
        }
    }

    /** Once it takes no more turns. */
    void close() {
        handOver.close();
    }

    /** After a few letters, or a call in vain, a moment later there are more to be taken together; after nothing, it waits for a call. */
    private void idle() throws InterruptedException {
        if (System.nanoTime() - lastWork > CLOSE_WHEN_IDLE.toNanos()) {
            handOver.close();
        }
        if (again) {
            again = false;
            stop.pause(TOGETHER);
        } else {
            again = watch.isCalled();
        }
    }

    /** Where something was found there may be more, for the next who waits and for this one. */
    private void found() {
        again = true;
        watch.callNext();
    }

    /** @return how many messages were handed over */
    private int walkBatches() throws RelayUnavailable, InterruptedException {
        List<Lease> claimed = leases.claim();
        if (claimed.isEmpty()) {
            return 0;
        }
        found();
        Walk walk = new Walk(claimed);
        try {
            if (walk.isToTheEnd()) {
                outbox.done(walk.goingOn);
                if (walk.goingOn.size() < walk.batches.size()) {
                    outbox.release(walk.held());
                }
            } else {
                outbox.release(walk.batches);
            }
        } catch (RelayUnavailable | DataAccessException | TransactionException e) {
            outbox.release(walk.batches);
            throw e;
        } catch (RuntimeException | Error e) {
            outbox.setAside(walk.batches, ASIDE);
            throw e;
        } finally {
            leases.forget(claimed);
        }
        return walk.handed;
    }

    /** Through the batches of one claim. */
    private final class Walk {

        private final List<ClaimedBatch> batches;
        private final Map<Long, Lease> leaseOf;
        private List<ClaimedBatch> goingOn;
        private int handed;

        Walk(List<Lease> claimed) {
            batches = claimed.stream().map(Lease::batch).toList();
            goingOn = batches;
            leaseOf = claimed.stream()
                    .collect(Collectors.toMap(lease -> lease.batch().id(), Function.identity()));
        }

        boolean isToTheEnd() throws RelayUnavailable, InterruptedException {
            Queued last = null;
            List<Queued> page;
            do {
                page = outbox.pending(goingOn, last, PAGE);
                for (Queued message : page) {
                    last = message;
                    if (isHeld(message.mailing())) {
                        continue;
                    }
                    Lease lease = leaseOf.get(message.batch());
                    if (!lease.isHeld() || stop.isAsked() || !mayAct.getAsBoolean()) {
                        return false;
                    }
                    lease.begin();
                    if (handOver.first(message, lease)) {
                        handed++;
                    } else {
                        hold(message.mailing());
                    }
                }
            } while (page.size() == PAGE);
            return true;
        }

        private boolean isHeld(long mailing) {
            return goingOn.size() < batches.size() && goingOn.stream().noneMatch(batch -> batch.mailing() == mailing);
        }

        private void hold(long mailing) {
            goingOn =
                    goingOn.stream().filter(batch -> batch.mailing() != mailing).toList();
        }

        List<ClaimedBatch> held() {
            return batches.stream().filter(batch -> !goingOn.contains(batch)).toList();
        }
    }

    private boolean retryDeferred() throws RelayUnavailable, InterruptedException {
        Optional<Retry> due = outbox.claimDeferred(hold);
        if (due.isPresent()) {
            found();
            retry(due.get());
        }
        return due.isPresent();
    }

    private void retry(Retry due) throws RelayUnavailable, InterruptedException {
        try {
            handOver.again(due);
        } catch (RelayUnavailable e) {
            outbox.giveBack(due);
            throw e;
        }
    }
}
