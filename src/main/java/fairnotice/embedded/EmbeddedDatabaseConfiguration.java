package fairnotice.embedded;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Runs on an embedded database when no other is configured. It enters as connection details and not as properties set early in the start:
 * beans give it the right order by themselves (started before the first connection, stopped after the last), also in tests and after a
 * failed start.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
@EnableConfigurationProperties(EmbeddedSettings.class)
class EmbeddedDatabaseConfiguration {

    @Bean
    EmbeddedDatabase embeddedDatabase(EmbeddedSettings settings) {
        return EmbeddedDatabase.start(settings.data(), settings.programs());
    }

    @Bean
    JdbcConnectionDetails runsAs(EmbeddedDatabase database) {
        return new RunsAs(
                database.url(), DatabaseRoles.APP, database.passwords().app());
    }

    @Bean
    FlywayConnectionDetails migratesAs(EmbeddedDatabase database) {
        return new MigratesAs(
                database.url(), DatabaseRoles.OWNER, database.passwords().owner());
    }

    private record RunsAs(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    private record MigratesAs(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
