package fairnotice.mail.smtp;

import fairnotice.access.Scope;
import fairnotice.mail.HeldMailing;
import fairnotice.mail.HeldMailings;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * DEGRADED while the relay cannot be reached, or refuses us: mail waits, nothing is lost, and pages are served. One try serves all who ask within ten
 * seconds, so that nobody makes us knock at the relay more often.
 */
@Component("mailHealthIndicator")
class RelayHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Relays relays;
    private final HeldMailings mailings;
    private Health last;
    private long triedAt;

    RelayHealth(Relays relays, HeldMailings mailings) {
        this.relays = relays;
        this.mailings = mailings;
    }

    @Override
    public synchronized Health health() {
        if (last == null || System.nanoTime() - triedAt > FRESH.toNanos()) {
            last = tried();
            triedAt = System.nanoTime();
        }
        return last;
    }

    /** It can be reached, and may refuse us all the same. */
    private Health held(Relay relay) {
        Health.Builder health = together()
                .map(held -> Health.status(DEGRADED)
                        .withDetail("reason", held.waiting() + " messages wait: " + held.reply()))
                .orElseGet(Health::up);
        return health.withDetail("relay", relay.toString()).build();
    }

    /** What cannot be read is no fault of the relay's. */
    private Optional<HeldMailing> together() {
        try {
            return mailings.together(Scope.ALL);
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    private Health tried() {
        return relays.current()
                .map(this::tried)
                .orElseGet(() -> Health.status(DEGRADED)
                        .withDetail("reason", "Mail waits: no relay is set up")
                        .build());
    }

    private Health tried(Relay relay) {
        try (Transport transport = relay.session(PATIENCE).getTransport(relay.protocol())) {
            transport.connect(relay.host(), relay.port(), relay.username(), relay.password());
            return held(relay);
        } catch (MessagingException e) {
            return Health.status(DEGRADED)
                    .withDetail("relay", relay.toString())
                    .withDetail("reason", "Mail waits: " + Replies.innermost(e))
                    .build();
        }
    }
}
