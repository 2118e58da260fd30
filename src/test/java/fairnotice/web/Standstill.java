package fairnotice.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Nobody can change a row of any table or move any of some cases as long as this is open: only what merely reads is answered. The tables of
 * the ledger stay open, since nobody but their owner may lock them.
 */
public final class Standstill implements AutoCloseable {

    private static final int TRIES = 10;
    private static final int PATIENCE = 10;

    private final Connection connection;
    private final ExecutorService visitor = Executors.newSingleThreadExecutor();

    private Standstill(Connection connection) {
        this.connection = connection;
    }

    /** @param cases references of changes and objections */
    public static Standstill of(DataSource source, Collection<String> cases) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        for (int tried = 1; ; tried++) {
            try {
                lock(connection, cases);
                return new Standstill(connection);
            } catch (SQLException deadlock) {
                connection.rollback();
                if (tried == TRIES) {
                    connection.close();
                    throw deadlock;
                }
            }
        }
    }

    private static void lock(Connection connection, Collection<String> cases) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
            for (String each : cases) {
                lock.setString(1, each);
                lock.execute();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + String.join(", ", tables(statement)) + " in exclusive mode");
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                select oid::regclass::text from pg_class
                 where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'update')
                 order by 1""")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    /** What is answered although nothing can be written. @throws TimeoutException when it waits for a lock */
    public <T> T read(Callable<T> reading) throws Exception {
        return visitor.submit(reading).get(PATIENCE, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws SQLException {
        visitor.shutdown();
        connection.rollback();
        connection.close();
    }
}
