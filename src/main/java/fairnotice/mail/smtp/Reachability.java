package fairnotice.mail.smtp;

import fairnotice.mail.RelayOutage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the relay can be reached, as the connections of this node found it; says so once when it changes. */
final class Reachability {

    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);

    private final Outbox outbox;
    private final Clock clock;
    private volatile RelayOutage outage;
    private long since;

    Reachability(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Optional<RelayOutage> outage() {
        return Optional.ofNullable(outage);
    }

    synchronized void lost(String reason, Duration retryIn) {
        Instant now = clock.instant();
        if (outage == null) {
            since = System.nanoTime();
            LOG.warn("SMTP relay unavailable, retrying in {}: {}", retryIn, reason);
        }
        outage = new RelayOutage(outage == null ? now : outage.since(), reason, now.plus(retryIn));
    }

    /** The relay said something about a message. */
    void found() {
        if (outage != null) {
            over();
        }
    }

    private synchronized void over() {
        if (outage != null) {
            outage = null;
            Duration after = Duration.ofNanos(System.nanoTime() - since);
            LOG.info("SMTP relay available again after {} s; {} messages waited", after.toSeconds(), outbox.waiting());
        }
    }
}
