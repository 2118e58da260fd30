package fairnotice.mailserver.jdbc;

import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.MailServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A mail server as both tables hold it. */
final class ServerColumns {

    private ServerColumns() {}

    /** Null where no host stands there. */
    static MailServer server(ResultSet row) throws SQLException {
        return row.getString("host") == null
                ? null
                : new MailServer(
                        row.getString("host"),
                        row.getInt("port"),
                        Encryption.valueOf(row.getString("encryption")),
                        row.getString("username"),
                        row.getString("sealed_password"),
                        row.getString("folder"));
    }

    static Map<String, Object> values(MailServer server) {
        Map<String, Object> values = new HashMap<>();
        values.put("host", server == null ? null : server.host());
        values.put("port", server == null ? null : server.port());
        values.put("encryption", server == null ? null : server.encryption().name());
        values.put("username", server == null ? null : server.username());
        values.put("password", server == null ? null : server.password());
        values.put("folder", server == null ? null : server.folder());
        return values;
    }
}
