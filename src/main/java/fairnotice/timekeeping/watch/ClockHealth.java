package fairnotice.timekeeping.watch;

import fairnotice.timekeeping.NodeClock;
import fairnotice.timekeeping.Standing;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** OUT_OF_SERVICE while the clock is not right: pages can be read, and nothing else is done. */
@Component("clockHealthIndicator")
class ClockHealth implements HealthIndicator {

    private final NodeClock clock;

    ClockHealth(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        Standing standing = clock.standing();
        Health.Builder health = standing.right() ? Health.up() : Health.outOfService();
        health.withDetail("reason", standing.sentence());
        if (standing.ahead() != null) {
            health.withDetail("ahead", standing.ahead().toString());
        }
        if (standing.since() != null) {
            health.withDetail("since", standing.since().toString());
        }
        return health.build();
    }
}
