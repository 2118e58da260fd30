package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ServerInForce;
import fairnotice.mailserver.ServersInForce;
import java.time.Duration;
import java.util.Optional;

/** The mailbox of the settings, else the one that was set in the browser. */
final class CurrentMailbox implements Mailboxes {

    private final EnvironmentMailbox given;
    private final ServersInForce servers;
    private final Duration poll;

    CurrentMailbox(EnvironmentMailbox given, ServersInForce servers, Duration poll) {
        this.given = given;
        this.servers = servers;
        this.poll = poll;
    }

    @Override
    public Optional<BounceMailbox> current() {
        return given.mailbox().or(() -> servers.of(Part.MAILBOX).map(this::mailbox));
    }

    private BounceMailbox mailbox(ServerInForce in) {
        MailServer server = in.server();
        return new BounceMailbox(
                in.identity(),
                server.host(),
                server.port(),
                server.encryption(),
                server.username(),
                server.password(),
                server.folder(),
                poll);
    }
}
