package fairnotice.mail.smtp;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where messages are handed to, and how; settings {@code spring.mail.*}.
 *
 * @param protocol {@code smtp} or {@code smtps}
 * @param port -1 for the protocol's own
 * @param username null for none
 * @param properties of the mail client, {@code mail.smtp.starttls.required} and the like
 */
public record Relay(
        String protocol, String host, int port, String username, String password, Map<String, String> properties) {

    /** Bounded waits and quick sockets, unless the settings say otherwise. */
    Session session() {
        return Session.getInstance(all());
    }

    /** The same, to see whether the relay is there. @param patience for each of its answers, whatever the settings say */
    Session session(Duration patience) {
        Properties all = all();
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            all.put("mail." + protocol + "." + wait, String.valueOf(patience.toMillis()));
        }
        return Session.getInstance(all);
    }

    private Properties all() {
        String prefix = "mail." + protocol + ".";
        Properties all = new Properties();
        all.put(prefix + "connectiontimeout", "10000");
        all.put(prefix + "timeout", "60000");
        all.put(prefix + "writetimeout", "60000");
        all.put(prefix + "auth", String.valueOf(username != null && !username.isEmpty()));
        // QUIT is not waited for: by then every outcome is known.
        all.put(prefix + "quitwait", "false");
        all.putAll(properties);
        if (!properties.containsKey(prefix + "socketFactory.class")) {
            all.put(prefix + "socketFactory", new QuickSockets());
            all.put(prefix + "socketFactory.fallback", "false");
        }
        return all;
    }

    @Override
    public String toString() {
        return protocol + "://" + host + (port < 0 ? "" : ":" + port);
    }
}
