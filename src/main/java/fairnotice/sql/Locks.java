package fairnotice.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks that last to the end of the transaction, by name, for all nodes together. */
public final class Locks {

    private Locks() {}

    public static void hold(JdbcClient jdbc, String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:name))")
                .param("name", name)
                .query(row -> {});
    }
}
