package fairnotice.wakeup.jdbc;

import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import fairnotice.worker.Backoff;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears notifications on one connection of its own for as long as this node runs. While the connection is lost nobody is woken, and all
 * are when it is back; whoever waits looks by himself after a while in any case.
 */
final class NotificationListener implements SmartLifecycle {

    static final String CHANNEL = "fairnotice";

    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
    /** How soon a stop is noticed; costs the database nothing. */
    private static final int HEAR_MILLIS = 500;
    /** After so much silence the connection is tried, since one that was cut off is as silent as one with nothing to say. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int ANSWER_SECONDS = 5;
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /** Opens a connection that nobody else uses. */
    interface Connects {
        Connection open() throws SQLException;
    }

    private final Connects database;
    private final WakeUps wakeUps;
    private final Workers workers;
    private Worker worker;
    private volatile boolean running;
    private volatile Connection open;

    NotificationListener(Connects database, WakeUps wakeUps, Workers workers) {
        this.database = database;
        this.wakeUps = wakeUps;
        this.workers = workers;
    }

    private void listenAndHear() {
        try (Connection connection = database.open()) {
            open = connection;
            listen(connection);
            hear(connection);
        } catch (SQLException e) {
            if (isRunning()) {
                throw new IllegalStateException("No notifications from the database: " + e.getMessage(), e);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        wakeUps.ringAll();
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long heard = System.nanoTime();
        while (isRunning()) {
            PGNotification[] notifications = postgres.getNotifications(HEAR_MILLIS);
            if (notifications != null && notifications.length > 0) {
                ring(notifications);
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                if (!connection.isValid(ANSWER_SECONDS)) {
                    throw new SQLException("The connection no longer answers");
                }
                heard = System.nanoTime();
            }
        }
    }

    /** What a newer version may say is passed over. */
    private void ring(PGNotification[] notifications) {
        Set<String> said =
                Arrays.stream(notifications).map(PGNotification::getParameter).collect(Collectors.toSet());
        Arrays.stream(Work.values()).filter(work -> said.contains(work.name())).forEach(wakeUps::ring);
    }

    @Override
    public void start() {
        running = true;
        worker = workers.start("database-notifications", this::listenAndHear, PAUSES);
    }

    @Override
    public void stop() {
        if (running) {
            running = false;
            worker.ask();
            cutOff(open);
            worker.cutOff(LONGEST_STOP);
        }
    }

    /** It waits for the database to say something, which no interrupt ends. */
    private static void cutOff(Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The connection for notifications was not cut off: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
