package fairnotice.mail.smtp;

import fairnotice.mail.tls.TlsSockets;
import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.MailTest.Sending;
import fairnotice.mailserver.TestFailure;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands a test mail over on a connection of its own, and tells how far it came and what was agreed on. */
final class TestMailSender {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Optional<Relay>> relay;
    private final SenderSettings settings;
    private final Clock clock;

    /** @param relay that is in force at that moment */
    TestMailSender(Supplier<Optional<Relay>> relay, SenderSettings settings, Clock clock) {
        this.relay = relay;
        this.settings = settings;
        this.clock = clock;
    }

    Sending send(MailTest test) {
        return relay.get()
                .filter(now -> now.identity().equals(test.relay()))
                .map(now -> through(now, test))
                .orElseGet(() -> Sending.failed(null, TestFailure.RELAY_CHANGED, null, null));
    }

    /** Of the relay in force. */
    Optional<String> relayHost() {
        return relay.get().map(Relay::host);
    }

    private Sending through(Relay relay, MailTest test) {
        QuickSockets sockets = new QuickSockets();
        TlsSockets tls = new TlsSockets(relay.encryption(), relay.trusted(), sockets::take);
        RelayTransport transport =
                new RelayTransport(relay.session(PATIENCE, tls), relay.protocol(), sockets, PATIENCE);
        boolean connected = false;
        try (transport) {
            transport.connect(relay.host(), relay.port(), relay.username(), relay.password());
            connected = true;
            Address[] to = {new InternetAddress(test.recipient(), true)};
            byte[] bytes = TestMail.of(test, clock.instant()).bytes();
            transport.sendMessage(
                    new WholeMessage(new Composer.Composed(envelopeSender(test), test.recipient(), bytes)), to);
            return Sending.accepted(tls.agreed(), clock.instant(), Replies.tidy(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return connected
                    ? TestFailures.ofMessage(e, transport.stage(), tls.agreed())
                    : TestFailures.ofConnection(e, tls);
        }
    }

    /** As notices have it, so that what bounces comes where their reports come. */
    private String envelopeSender(MailTest test) {
        String bounces = settings.bounceAddress();
        return bounces == null || bounces.isBlank()
                ? test.sender()
                : bounces.replace("{message}", MailTest.MARK + test.token());
    }
}
