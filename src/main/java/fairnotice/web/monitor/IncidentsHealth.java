package fairnotice.web.monitor;

import fairnotice.inbox.Figures;
import fairnotice.inbox.IncidentKind;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * DEGRADED while the page of incidents lists something of the system, with how many there are of each kind; what is not stuck goes on. A customer
 * that cannot be reached is counted too, and is for the staff.
 */
@Component("incidentsHealthIndicator")
class IncidentsHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final KeptFigures figures;

    IncidentsHealth(KeptFigures figures) {
        this.figures = figures;
    }

    @Override
    public Health health() {
        return figures.now()
                .map(Figures::incidents)
                .map(IncidentsHealth::health)
                .orElseGet(() -> Health.unknown().build());
    }

    private static Health health(Map<IncidentKind, Integer> incidents) {
        Map<String, Object> counts = new TreeMap<>();
        incidents.forEach((kind, count) -> counts.put(kind.code(), count));
        boolean degraded = incidents.keySet().stream().anyMatch(IncidentKind::isOfSystem);
        return (degraded ? Health.status(DEGRADED) : Health.up())
                .withDetails(counts)
                .build();
    }
}
