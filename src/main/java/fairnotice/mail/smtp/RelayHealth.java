package fairnotice.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * DEGRADED while the relay cannot be reached: mail waits, nothing is lost, and pages are served. One try serves all who ask within ten
 * seconds, so that nobody makes us knock at the relay more often.
 */
@Component("mailHealthIndicator")
class RelayHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Relay relay;
    private Health last;
    private long triedAt;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public synchronized Health health() {
        if (last == null || System.nanoTime() - triedAt > FRESH.toNanos()) {
            last = tried();
            triedAt = System.nanoTime();
        }
        return last;
    }

    private Health tried() {
        try (Transport transport = relay.session(PATIENCE).getTransport(relay.protocol())) {
            transport.connect(relay.host(), relay.port(), relay.username(), relay.password());
            return Health.up().withDetail("relay", relay.toString()).build();
        } catch (MessagingException e) {
            return Health.status(DEGRADED)
                    .withDetail("relay", relay.toString())
                    .withDetail("reason", "Mail waits: " + Replies.innermost(e))
                    .build();
        }
    }
}
