package fairnotice;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/**
 * One real PostgreSQL for all tests of a run; each asks for a database of its own. The migrations run once, into a template: copying it
 * takes a tenth of the time.
 */
public final class RealDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String EMPTY = "template1";
    private static final String MIGRATED = "migrated";
    private static EmbeddedPostgres server;
    private static boolean isMigrated;

    private RealDatabase() {}

    /** A fresh database with every migration applied. */
    public static synchronized DataSource fresh() {
        if (!isMigrated) {
            migrate(create(MIGRATED, EMPTY));
            isMigrated = true;
        }
        return create("test_" + NUMBER.incrementAndGet(), MIGRATED);
    }

    /** A fresh database without any table. */
    public static synchronized DataSource empty() {
        return create("test_" + NUMBER.incrementAndGet(), EMPTY);
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static DataSource create(String name, String template) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(RealDatabase::stop);
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            }
            return server.getDatabase("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After the houses that use it: one that closes without its database waits for it for half a minute. */
    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
