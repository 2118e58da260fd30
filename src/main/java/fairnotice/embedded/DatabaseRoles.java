package fairnotice.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The two roles we are at the database: one owns the tables and migrates them, the other runs and can change no table and no line of the
 * ledger. Made anew whenever one is missing, so that a start that was cut short is finished by the next.
 */
final class DatabaseRoles {

    static final String DATABASE = "fairnotice";
    static final String OWNER = "fairnotice_owner";
    static final String APP = "fairnotice_app";

    private DatabaseRoles() {}

    static void make(int port, Passwords passwords) {
        try (Connection connection =
                DriverManager.getConnection(url(port, "postgres"), "postgres", passwords.superuser())) {
            role(connection, OWNER, passwords.owner());
            role(connection, APP, passwords.app());
            if (!exists(connection, "select from pg_database where datname = ?", DATABASE)) {
                execute(connection, "create database " + DATABASE + " owner " + OWNER);
                execute(connection, "revoke all on database " + DATABASE + " from public");
                execute(connection, "grant connect on database " + DATABASE + " to " + APP);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded database does not let us in: " + e.getMessage(),
                    "Its passwords are kept in the data folder beside it; restore both together.");
        }
    }

    /** The passwords are hexadecimal digits, so they need no quoting within the quotes. */
    private static void role(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login password '" + password + "'");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://" + Cluster.ADDRESS + ":" + port + "/" + database;
    }
}
