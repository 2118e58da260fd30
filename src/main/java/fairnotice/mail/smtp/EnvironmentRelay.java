package fairnotice.mail.smtp;

import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.GivenServer;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ServerInForce;
import fairnotice.mailserver.ServerInForce.Source;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.mail.MailProperties;

/** The relay of {@code spring.mail.*}, or of a demonstration. */
final class EnvironmentRelay implements GivenServer {

    private final Relay relay;
    private final Source source;

    /**
     * @param mail null where the settings name none
     * @param chosen {@code fairnotice.mail.encryption}; null for what is safe
     * @param production whether a message in the clear is out of the question
     */
    EnvironmentRelay(
            MailProperties mail, Encryption chosen, boolean production, Source source, TrustedCertificates trusted) {
        this.relay = mail == null ? null : relay(mail, encryption(mail, chosen, production), trusted);
        this.source = source;
    }

    private static Relay relay(MailProperties mail, Encryption encryption, TrustedCertificates trusted) {
        String protocol = encryption == Encryption.TLS ? "smtps" : "smtp";
        int port = mail.getPort() == null ? Part.RELAY.usualPort(portOf(encryption)) : mail.getPort();
        String identity = "environment " + protocol + " " + server(mail, port, encryption);
        return new Relay(
                identity,
                protocol,
                mail.getHost(),
                port,
                mail.getUsername(),
                mail.getPassword(),
                encryption,
                trusted,
                renamed(mail, protocol));
    }

    /** As ever: 25 unless it is smtps. */
    private static Encryption portOf(Encryption encryption) {
        return encryption == Encryption.TLS ? Encryption.TLS : Encryption.NONE;
    }

    /** What is said of {@code mail.smtp} goes for {@code mail.smtps} where the protocol follows from the encryption. */
    private static Map<String, String> renamed(MailProperties mail, String protocol) {
        Map<String, String> properties = new HashMap<>();
        mail.getProperties()
                .forEach((name, value) ->
                        properties.put(name.replaceFirst("^mail\\.smtps?\\.", "mail." + protocol + "."), value));
        return properties;
    }

    private static MailServer server(MailProperties mail, int port, Encryption encryption) {
        return new MailServer(mail.getHost(), port, encryption, mail.getUsername(), null, null);
    }

    /**
     * A password never goes in the clear to another machine, whatever is set.
     *
     * @throws IllegalArgumentException when that is what was chosen
     */
    static Encryption encryption(MailProperties mail, Encryption chosen, boolean production) {
        boolean loopback = MailServer.isLoopback(mail.getHost());
        boolean user = mail.getUsername() != null && !mail.getUsername().isBlank();
        if (chosen != null) {
            if (user && !loopback && !chosen.isCertain()) {
                throw new IllegalArgumentException("fairnotice.mail.encryption="
                        + chosen.name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + " would send the relay's password in the clear: use starttls or tls");
            }
            return chosen;
        }
        if ("smtps".equals(mail.getProtocol()) || isSet(mail, "ssl.enable")) {
            return Encryption.TLS;
        }
        if (isSet(mail, "starttls.required") || !loopback && (user || production)) {
            return Encryption.STARTTLS;
        }
        return loopback && !isSet(mail, "starttls.enable") ? Encryption.NONE : Encryption.STARTTLS_OFFERED;
    }

    private static boolean isSet(MailProperties mail, String property) {
        return Boolean.parseBoolean(mail.getProperties().get("mail." + mail.getProtocol() + "." + property));
    }

    Optional<Relay> relay() {
        return Optional.ofNullable(relay);
    }

    @Override
    public Part part() {
        return Part.RELAY;
    }

    @Override
    public Optional<ServerInForce> server() {
        return relay().map(known -> new ServerInForce(
                Part.RELAY,
                new MailServer(
                        known.host(), known.port(), known.encryption(), known.username(), known.password(), null),
                source,
                known.identity()));
    }
}
