package fairnotice.web;

import fairnotice.worker.Workers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether all work in the background goes on: {@code UP}; {@code DEGRADED} while something waits to be tried again after a failure, since
 * everything else goes on; {@code DOWN} when a worker has died, which ends with a restart only.
 */
@Component
class WorkersHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Workers workers;

    WorkersHealth(Workers workers) {
        this.workers = workers;
    }

    @Override
    public Health health() {
        List<Workers.Waiting> waiting = workers.waiting();
        List<String> dead = workers.dead();
        Health.Builder health =
                dead.isEmpty() ? waiting.isEmpty() ? Health.up() : Health.status(DEGRADED) : Health.down();
        return health.withDetail("working", workers.alive())
                .withDetail("dead", dead)
                .withDetail("failing", failing(waiting))
                .build();
    }

    private static Map<String, String> failing(List<Workers.Waiting> waiting) {
        return waiting.stream()
                .limit(100)
                .collect(Collectors.toMap(
                        Workers.Waiting::sentence,
                        each -> each.setback().failures() + " in a row: "
                                + each.setback().cause(),
                        (first, second) -> first));
    }
}
