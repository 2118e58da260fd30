package fairnotice.timekeeping.jdbc;

import fairnotice.timekeeping.DatabaseTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Properties;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** On one connection beside the pool, kept open: a pool that is busy must not make a node doubt its clock. */
@Component
class JdbcDatabaseTime implements DatabaseTime, DisposableBean {

    private static final String SECONDS = "2";

    private final JdbcConnectionDetails database;
    private Connection connection;

    JdbcDatabaseTime(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    public synchronized Instant now() {
        try {
            if (connection == null) {
                connection = open();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet time = statement.executeQuery("select clock_timestamp()")) {
                time.next();
                return time.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            destroy();
            throw new DataAccessResourceFailureException("The database does not tell the time: " + e.getMessage(), e);
        }
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "fairnotice-clock");
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    @Override
    public synchronized void destroy() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // it was lost already
        }
    }
}
