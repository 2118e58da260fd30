package fairnotice.wakeup.jdbc;

import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Opens a connection that nobody else uses. */
    interface Connects {
        Connection open() throws SQLException;
    }

    private final Connects database;
    private final WakeUps wakeUps;
    private volatile Thread thread;
    private volatile Connection open;

    NotificationListener(Connects database, WakeUps wakeUps) {
        this.database = database;
        this.wakeUps = wakeUps;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (isMine()) {
            try (Connection connection = database.open()) {
                open = connection;
                listen(connection);
                pause = FIRST_PAUSE;
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                if (isMine()) {
                    LOG.warn("No notifications from the database, retrying in {}: {}", pause, e.getMessage());
                    sleep(pause);
                    pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
                }
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
        while (isMine()) {
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

    private boolean isMine() {
        return thread == Thread.currentThread();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread listener = new Thread(this::run, "database-notifications");
        listener.setDaemon(true);
        thread = listener;
        listener.start();
    }

    @Override
    public void stop() {
        Thread listener = thread;
        thread = null;
        if (listener == null) {
            return;
        }
        listener.interrupt();
        cutOff(open);
        try {
            listener.join(10L * HEAR_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        return thread != null;
    }
}
