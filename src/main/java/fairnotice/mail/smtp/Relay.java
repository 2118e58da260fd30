package fairnotice.mail.smtp;

import fairnotice.mail.tls.TlsSockets;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.Encryption;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where messages are handed to, and how.
 *
 * @param identity another one whenever the relay is changed
 * @param protocol {@code smtp} or {@code smtps}
 * @param port -1 for the protocol's own
 * @param username null for none
 * @param properties of the mail client; what they say of encryption does not count
 */
public record Relay(
        String identity,
        String protocol,
        String host,
        int port,
        String username,
        String password,
        Encryption encryption,
        TrustedCertificates trusted,
        Map<String, String> properties) {

    /** Bounded waits and these sockets, unless the properties say otherwise: then every reply is waited for as long as the last. */
    Session session(SenderSettings settings, QuickSockets sockets) {
        boolean ownSockets = !properties.containsKey(property("socketFactory.class"));
        Properties all = all(ownSockets ? settings.reply() : settings.finalReply(), settings.reply());
        if (ownSockets) {
            all.put(property("socketFactory"), sockets);
            all.put(property("socketFactory.fallback"), "false");
        }
        new TlsSockets(encryption, trusted, sockets::take).into(all, property(""));
        return Session.getInstance(all);
    }

    /**
     * To see whether the relay is there.
     *
     * @param patience for each of its answers, whatever the properties say
     */
    Session session(Duration patience) {
        return session(patience, new TlsSockets(encryption, trusted, socket -> {}));
    }

    /** The same with sockets that tell what was agreed on. */
    Session session(Duration patience, TlsSockets sockets) {
        Properties all = all(patience, patience);
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            all.put(property(wait), millis(patience));
        }
        sockets.into(all, property(""));
        return Session.getInstance(all);
    }

    private Properties all(Duration reply, Duration write) {
        Properties all = new Properties();
        all.put(property("connectiontimeout"), "10000");
        all.put(property("timeout"), millis(reply));
        all.put(property("writetimeout"), millis(write));
        all.put(property("auth"), String.valueOf(username != null && !username.isEmpty()));
        // QUIT is not waited for: by then every outcome is known.
        all.put(property("quitwait"), "false");
        all.putAll(properties);
        return all;
    }

    private String property(String name) {
        return "mail." + protocol + "." + name;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    @Override
    public String toString() {
        return protocol + "://" + host + (port < 0 ? "" : ":" + port);
    }
}
