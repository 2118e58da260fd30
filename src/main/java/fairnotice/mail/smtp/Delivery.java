package fairnotice.mail.smtp;

import fairnotice.mail.MessageState;
import fairnotice.worker.Backoff;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Hands one message over and returns when what came of it is durable; each connection has one. */
final class Delivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final RelayConnection connection;
    private final Refusals refusals;
    private final Reachability reachability;
    private final Composer composer;
    private final OutcomeFlusher flusher;
    private final Clock clock;
    private final Stop stop;
    private final SenderSettings settings;
    private final Backoff backoff;
    private boolean answered;

    Delivery(
            RelayConnection connection,
            Refusals refusals,
            Reachability reachability,
            Composer composer,
            OutcomeFlusher flusher,
            Clock clock,
            Stop stop,
            SenderSettings settings) {
        this.connection = connection;
        this.refusals = refusals;
        this.reachability = reachability;
        this.composer = composer;
        this.flusher = flusher;
        this.clock = clock;
        this.stop = stop;
        this.settings = settings;
        this.backoff = new Backoff(settings.backoff(), settings.backoffMost());
    }

    /**
     * The first attempt; when the lease ran out meanwhile, its outcome may come too late for the batch and is told again, as is
     * that of a message sent again.
     *
     * @return whether the mailing goes on; false when the relay refuses all of it, and the message waits
     */
    boolean first(Queued message, Lease lease) throws RelayUnavailable, InterruptedException {
        Reply reply = send(message);
        boolean refused = reply.state() == MessageState.REFUSED;
        if (refused && refusals.holdAtOnce(message, reply)) {
            settle();
            return false;
        }
        commit(attempt(message, reply, message.again() || !lease.isHeld(), 1));
        settle();
        return !refused || !refusals.holdAfter(message, reply);
    }

    /** One of a mailing that is held: whether the relay accepts it now. */
    void probe(Queued message, Lease lease) throws RelayUnavailable, InterruptedException {
        Reply reply = send(message);
        if (reply.state() == MessageState.REFUSED && reply.about() != About.RECIPIENT) {
            refusals.stillRefused(message, reply);
            settle();
            return;
        }
        commit(attempt(message, reply, message.again() || !lease.isHeld(), 1));
        settle();
        if (reply.state() == MessageState.HANDED_OVER) {
            refusals.over(message);
        }
    }

    /** A later attempt. */
    void again(Retry retry) throws RelayUnavailable, InterruptedException {
        Reply reply = ofRecipient(retry.message(), send(retry.message()));
        boolean tooOld = retry.age().compareTo(settings.giveUpAfter()) > 0;
        boolean waits = reply.state() == MessageState.DEFERRED || reply.unwritten();
        Reply last = waits && tooOld
                ? Reply.refused("Given up after " + settings.giveUpAfter() + ": " + reply.text())
                : reply;
        boolean told = retry.unwritten() && last.unwritten();
        commit(attempt(retry.message(), last, !told, retry.attempts() + 1));
        settle();
    }

    /** A refusal of ours costs a message that was tried before no more than time. */
    private Reply ofRecipient(Queued message, Reply reply) {
        return reply.state() == MessageState.REFUSED && refusals.isOurs(message, reply)
                ? Reply.deferred(reply.text())
                : reply;
    }

    private Attempt attempt(Queued message, Reply reply, boolean late, int attempts) {
        boolean waits = reply.state() == MessageState.DEFERRED || reply.unwritten();
        Duration retryIn = waits ? backoff.after(attempts) : null;
        Instant now = clock.instant();
        return new Attempt(message.batch(), message.ordinal(), reply.state(), reply.text(), now, late, retryIn);
    }

    /** A message that fails by itself waits, and the next one's turn comes. */
    private Reply send(Queued message) throws RelayUnavailable {
        if (message.fault() != null) {
            return unwritten(message, message.fault(), null);
        }
        try {
            return handed(message);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            connection.close();
            LOG.warn("Message {}.{} could not be sent and waits", message.batch(), message.ordinal(), e);
            return Reply.deferred(Replies.tidy(e.toString()));
        }
    }

    private static Reply unwritten(Queued message, String fault, Exception cause) {
        LOG.warn("Message {}.{} could not be written and waits: {}", message.batch(), message.ordinal(), fault, cause);
        return Reply.unwritten(Replies.tidy("This message could not be written: " + fault));
    }

    private Reply handed(Queued message) throws RelayUnavailable {
        Composer.Composed composed;
        try {
            composed = composer.compose(message, clock.instant());
        } catch (AddressException e) {
            return Reply.refused(Replies.tidy(e.getMessage()));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            return unwritten(message, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
        Reply reply = hand(composed);
        if (reply.state() == MessageState.HANDED_OVER) {
            refusals.accepted(message, composed.from());
        }
        return reply;
    }

    private Reply hand(Composer.Composed composed) throws RelayUnavailable {
        Reply reply;
        try {
            reply = connection.hand(composed);
        } catch (RelayUnavailable e) {
            reply = afresh(composed);
        }
        answered = true;
        return reply;
    }

    /** Only when what came of the message is durable, since it may ask the database. */
    private void settle() {
        if (answered) {
            answered = false;
            reachability.found();
        }
    }

    /** Once more on a new connection: the relay may have closed an idle one, and has got nothing of the message. */
    private Reply afresh(Composer.Composed composed) throws RelayUnavailable {
        connection.open();
        try {
            return connection.hand(composed);
        } catch (RelayUnavailable e) {
            if (e.isForAll()) {
                throw e;
            }
            return Reply.deferred(Replies.tidy(e.getMessage()));
        }
    }

    /** Keeps trying while the database is away: the next message must not leave before this outcome is known. */
    private void commit(Attempt attempt) throws InterruptedException {
        while (true) {
            try {
                flusher.commit(attempt).get();
                return;
            } catch (ExecutionException e) {
                if (stop.isAsked()) {
                    LOG.error("Stopped before the outcome of {}.{} was written", attempt.batch(), attempt.ordinal(), e);
                    return;
                }
                stop.pause(settings.reconnect());
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
