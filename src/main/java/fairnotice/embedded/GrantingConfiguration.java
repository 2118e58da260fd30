package fairnotice.embedded;

import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells {@code afterMigrate__grants.sql} which role runs the application, on the embedded database and on any other. A setting of the
 * session and not a Flyway placeholder, so that the migrations also run where nobody fills placeholders in.
 */
@Configuration(proxyBeanMethods = false)
class GrantingConfiguration {

    @Bean
    FlywayConfigurationCustomizer tellsWhoRuns(JdbcConnectionDetails runsAs) {
        String role = runsAs.getUsername() == null ? "" : runsAs.getUsername();
        return flyway -> flyway.initSql("set fairnotice.app_role = '" + role.replace("'", "''") + "'");
    }
}
