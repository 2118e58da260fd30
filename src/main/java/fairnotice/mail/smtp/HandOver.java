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
final class HandOver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private final RelayConnection connection;
    private final Composer composer;
    private final OutcomeFlusher flusher;
    private final Clock clock;
    private final Stop stop;
    private final SenderSettings settings;
    private final Backoff backoff;

    HandOver(
            RelayConnection connection,
            Composer composer,
            OutcomeFlusher flusher,
            Clock clock,
            Stop stop,
            SenderSettings settings) {
        this.connection = connection;
        this.composer = composer;
        this.flusher = flusher;
        this.clock = clock;
        this.stop = stop;
        this.settings = settings;
        this.backoff = new Backoff(settings.backoff(), settings.backoffMost());
    }

    /** The first attempt; when the lease ran out meanwhile, its outcome may come too late for the batch and is told again. */
    void first(Queued message, Lease lease) throws RelayUnavailable, InterruptedException {
        Reply reply = send(message);
        commit(attempt(message, reply, !lease.isHeld(), 1));
    }

    /** A later attempt. */
    void again(Retry retry) throws RelayUnavailable, InterruptedException {
        Reply reply = send(retry.message());
        boolean tooOld = retry.age().compareTo(settings.giveUpAfter()) > 0;
        Reply last = reply.state() == MessageState.DEFERRED && tooOld
                ? Reply.refused("Given up after " + settings.giveUpAfter() + ": " + reply.text())
                : reply;
        commit(attempt(retry.message(), last, true, retry.attempts() + 1));
    }

    private Attempt attempt(Queued message, Reply reply, boolean late, int attempts) {
        Duration retryIn = reply.state() == MessageState.DEFERRED ? backoff.after(attempts) : null;
        Instant now = clock.instant();
        return new Attempt(message.batch(), message.ordinal(), reply.state(), reply.text(), now, late, retryIn);
    }

    /** A message that fails by itself is deferred, and the next one's turn comes. */
    private Reply send(Queued message) throws RelayUnavailable {
        if (message.fault() != null) {
            return faulty(message, message.fault(), null);
        }
        try {
            return handed(message);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            connection.close();
            return faulty(message, e.toString(), e);
        }
    }

    private static Reply faulty(Queued message, String fault, Exception cause) {
        LOG.warn("Message {}.{} could not be sent and waits: {}", message.batch(), message.ordinal(), fault, cause);
        return Reply.deferred(Replies.tidy(fault));
    }

    private Reply handed(Queued message) throws RelayUnavailable {
        Composer.Composed composed;
        try {
            composed = composer.compose(message, clock.instant());
        } catch (AddressException e) {
            return Reply.refused(Replies.tidy(e.getMessage()));
        }
        try {
            return connection.hand(composed);
        } catch (RelayUnavailable e) {
            return afresh(composed);
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
