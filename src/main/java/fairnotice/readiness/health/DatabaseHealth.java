package fairnotice.readiness.health;

import fairnotice.readiness.DatabaseCheck;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN when the database does not answer or takes no writes: no page can be served then. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseCheck database;

    DatabaseHealth(DatabaseCheck database) {
        this.database = database;
    }

    @Override
    public Health health() {
        DatabaseCheck.Finding found = database.look();
        return found.isWell()
                ? Health.up().build()
                : Health.down().withDetail("reason", found.trouble()).build();
    }
}
