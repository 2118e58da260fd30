package fairnotice.mail.smtp;

import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ServerInForce;
import fairnotice.mailserver.ServersInForce;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The relay of the settings; else the one that was set in the browser, read anew every two seconds at most, so that every node follows. */
final class CurrentRelay implements Relays {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final EnvironmentRelay given;
    private final ServersInForce servers;
    private final TrustedCertificates trusted;
    private Optional<Relay> read;
    private long readAt;

    CurrentRelay(EnvironmentRelay given, ServersInForce servers, TrustedCertificates trusted) {
        this.given = given;
        this.servers = servers;
        this.trusted = trusted;
    }

    @Override
    public Optional<Relay> current() {
        return given.relay().or(this::set);
    }

    /** Whatever was read a moment ago. */
    synchronized Optional<Relay> anew() {
        read = null;
        return current();
    }

    /** Without the database the last one known counts: what could be handed over has to be read there as well. */
    private synchronized Optional<Relay> set() {
        if (read == null || System.nanoTime() - readAt > FRESH.toNanos()) {
            try {
                read = servers.of(Part.RELAY).map(this::relay);
            } catch (DataAccessException | TransactionException e) {
                if (read == null) {
                    throw e;
                }
            }
            readAt = System.nanoTime();
        }
        return read;
    }

    private Relay relay(ServerInForce in) {
        MailServer server = in.server();
        return new Relay(
                in.identity(),
                server.encryption() == Encryption.TLS ? "smtps" : "smtp",
                server.host(),
                server.port(),
                server.username(),
                server.password(),
                server.encryption(),
                trusted,
                Map.of());
    }
}
