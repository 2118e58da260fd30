package fairnotice;

import com.zaxxer.hikari.HikariDataSource;
import fairnotice.sql.JavaParameters;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * One real PostgreSQL for all tests of a run; each asks for a database of its own. The migrations run once, into a template: copying it
 * takes a tenth of the time.
 */
public final class RealDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String EMPTY = "template1";
    private static final String MIGRATED = "migrated";
    private static final int CONNECTIONS = 30;
    private static EmbeddedPostgres server;
    private static boolean isMigrated;

    private RealDatabase() {}

    /**
     * A fresh database with every migration applied, its connections pooled: a statement of a test waits for no sign-in. A context that
     * ends leaves the pool open.
     */
    public static DataSource fresh() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(migrated());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        return new DelegatingDataSource(pool);
    }

    /** Takes what the house's own client takes. */
    public static JdbcClient client(DataSource source) {
        return JdbcClient.create(new JavaParameters(new JdbcTemplate(source)));
    }

    /** Where a house that pools its connections itself finds a fresh database with every migration applied. */
    public static String freshUrl() {
        return migrated().getUrl();
    }

    private static synchronized PGSimpleDataSource migrated() {
        if (!isMigrated) {
            migrate(create(MIGRATED, EMPTY));
            isMigrated = true;
        }
        return create("test_" + NUMBER.incrementAndGet(), MIGRATED);
    }

    /** Where a house that migrates it finds a fresh database without any table. */
    public static String emptyUrl() {
        return empty().getUrl();
    }

    /** A fresh database without any table. */
    public static synchronized PGSimpleDataSource empty() {
        return create("test_" + NUMBER.incrementAndGet(), EMPTY);
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static PGSimpleDataSource create(String name, String template) {
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
            return (PGSimpleDataSource) server.getDatabase("postgres", name);
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
