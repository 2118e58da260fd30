package fairnotice.readiness.jdbc;

import fairnotice.readiness.DatabaseCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A connection of its own for each look, so that a pool whose connections hang does not delay the answer. One look serves all who ask
 * within two seconds: however often monitors ask, the database is asked no oftener.
 */
final class JdbcDatabaseCheck implements DatabaseCheck {

    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Opens a connection that gives up after a second of silence. */
    interface Connects {
        Connection open() throws SQLException;
    }

    private final Connects database;
    private Finding last;
    private long lookedAt;

    JdbcDatabaseCheck(Connects database) {
        this.database = database;
    }

    @Override
    public synchronized Finding look() {
        if (last == null || System.nanoTime() - lookedAt > FRESH.toNanos()) {
            last = ask();
            lookedAt = System.nanoTime();
        }
        return last;
    }

    private Finding ask() {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '1s'");
                write(statement);
                takeSpace(statement);
            }
            connection.commit();
            return Finding.well();
        } catch (SQLException e) {
            return Finding.trouble(e.getMessage());
        }
    }

    /** A committed write: refused by a standby, by a database set to read only, and by a log that cannot be written. */
    private static void write(Statement statement) throws SQLException {
        statement.execute("update heartbeat set beat_at = now() where id = 1");
    }

    /**
     * One row fits into pages that are there, on a full disk too. What does not fit into the memory it may use is spilled to a temporary
     * file of some megabytes beside the tables, which is gone at once.
     */
    private static void takeSpace(Statement statement) throws SQLException {
        statement.execute("set local work_mem = '64kB'");
        statement.execute("select count(*) from generate_series(1, 100000)");
    }
}
