package fairnotice.wakeup.jdbc;

import fairnotice.wakeup.WakeUps;
import fairnotice.worker.Workers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One connection beside the pool: a pooled one would go back with its LISTEN, and the pool is sized for those that work. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    @Bean
    NotificationListener notificationListener(JdbcConnectionDetails database, WakeUps wakeUps, Workers workers) {
        return new NotificationListener(() -> open(database), wakeUps, workers);
    }

    private static Connection open(JdbcConnectionDetails database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "fairnotice-listener");
        properties.setProperty("tcpKeepAlive", "true");
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }
}
