package fairnotice.wakeup;

import fairnotice.RealDatabase;
import fairnotice.worker.Workers;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The listener as a node runs it, on a database of a test. */
public final class Listening implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public Listening(DataSource database, WakeUps wakeUps) {
        context.registerBean(JdbcConnectionDetails.class, () -> details(database));
        context.registerBean(WakeUps.class, () -> wakeUps);
        context.registerBean(Workers.class, Workers::new);
        context.scan("fairnotice.wakeup.jdbc");
        context.refresh();
    }

    /** Cuts the connections of every listener on this database, as a restart of the database does. @return how many there were */
    public static int cutOff(DataSource database) {
        return RealDatabase.client(database)
                .sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'fairnotice-listener' and datname = current_database()
                        """)
                .query(Boolean.class)
                .list()
                .size();
    }

    /** As a node is given them. */
    public static JdbcConnectionDetails details(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            String user = connection.getMetaData().getUserName();
            return new Details(url, user);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private record Details(String getJdbcUrl, String getUsername) implements JdbcConnectionDetails {

        @Override
        public String getPassword() {
            return null;
        }
    }
}
