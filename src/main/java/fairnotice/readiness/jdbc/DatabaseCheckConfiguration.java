package fairnotice.readiness.jdbc;

import fairnotice.readiness.DatabaseCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that the pool is connected to, past the pool. */
@Configuration(proxyBeanMethods = false)
class DatabaseCheckConfiguration {

    private static final String ONE_SECOND = "1";

    @Bean
    DatabaseCheck databaseCheck(JdbcConnectionDetails database) {
        return new JdbcDatabaseCheck(() -> open(database));
    }

    private static Connection open(JdbcConnectionDetails database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "fairnotice-readiness");
        properties.setProperty("loginTimeout", ONE_SECOND);
        properties.setProperty("connectTimeout", ONE_SECOND);
        properties.setProperty("socketTimeout", ONE_SECOND);
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }
}
