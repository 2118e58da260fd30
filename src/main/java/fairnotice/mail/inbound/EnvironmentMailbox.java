package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.GivenServer;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ServerInForce;
import fairnotice.mailserver.ServerInForce.Source;
import java.util.Optional;

/** The mailbox of {@code fairnotice.mail.inbound.*}, or the one that another module offers. */
final class EnvironmentMailbox implements GivenServer {

    private final BounceMailbox mailbox;
    private final Source source;

    /** @param offered null for none */
    EnvironmentMailbox(InboundSettings settings, BounceMailbox offered, Source source) {
        this.mailbox = settings.host() == null || settings.host().isBlank() ? offered : set(settings);
        this.source = source;
    }

    /** A mailbox has a password, so nothing is said in the clear to another machine. */
    private static BounceMailbox set(InboundSettings settings) {
        Encryption encryption = "imaps".equals(settings.protocol())
                ? Encryption.TLS
                : MailServer.isLoopback(settings.host()) ? Encryption.STARTTLS_OFFERED : Encryption.STARTTLS;
        int port = settings.port() < 0 ? Part.MAILBOX.usualPort(encryption) : settings.port();
        MailServer server =
                new MailServer(settings.host(), port, encryption, settings.username(), null, settings.folder());
        return new BounceMailbox(
                "environment " + server,
                settings.host(),
                port,
                encryption,
                settings.username(),
                settings.password(),
                settings.folder(),
                settings.poll());
    }

    Optional<BounceMailbox> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    @Override
    public Part part() {
        return Part.MAILBOX;
    }

    @Override
    public Optional<ServerInForce> server() {
        return mailbox()
                .map(known -> new ServerInForce(
                        Part.MAILBOX,
                        new MailServer(
                                known.host(),
                                known.port(),
                                known.encryption(),
                                known.username(),
                                known.password(),
                                known.folder()),
                        source,
                        known.identity()));
    }
}
