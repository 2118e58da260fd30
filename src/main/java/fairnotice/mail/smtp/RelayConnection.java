package fairnotice.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the relay, opened when first needed and used again for every message; not for two threads, except to {@link #cut}. */
final class RelayConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayConnection.class);

    private static final String UNKNOWN = "No answer after the message was sent; it may have been accepted: ";
    private static final String BROKEN = "The connection broke while the message was being sent: ";

    private final Relays relays;
    private final SenderSettings settings;
    private final QuickSockets sockets = new QuickSockets();
    private volatile boolean cut;
    /** The one that was connected to last. */
    private volatile Relay relay;

    private RelayTransport transport;

    RelayConnection(Relays relays, SenderSettings settings) {
        this.relays = relays;
        this.settings = settings;
    }

    boolean isOpen() {
        return transport != null;
    }

    /**
     * Connects, anew where the relay was changed meanwhile.
     *
     * @throws RelayUnavailable when there is none, it cannot be reached or does not let us in
     */
    void open() throws RelayUnavailable {
        Relay now = relays.current()
                .orElseThrow(() -> new RelayUnavailable("No relay for outgoing mail is set up", true, null));
        if (isOpen() && now.identity().equals(relay.identity())) {
            return;
        }
        close();
        relay = now;
        if (cut) {
            throw new RelayUnavailable("The connection to the relay " + relay + " was cut", true, null);
        }
        try {
            RelayTransport fresh = new RelayTransport(
                    relay.session(settings, sockets), relay.protocol(), sockets, settings.finalReply());
            fresh.connect(relay.host(), relay.port(), relay.username(), relay.password());
            transport = fresh;
        } catch (MessagingException e) {
            throw new RelayUnavailable("The relay " + relay + " cannot be reached: " + e.getMessage(), true, e);
        }
    }

    /**
     * Hands one message over to one recipient.
     *
     * <p>Where the connection breaks once its content is on the way, it is deferred: after its end nobody knows whether the relay took it,
     * so it must not be sent again at once.
     *
     * @throws RelayUnavailable when the connection broke before, or the relay turned it away
     */
    Reply hand(Composer.Composed composed) throws RelayUnavailable {
        open();
        try {
            Address[] to = {new InternetAddress(composed.to())};
            transport.sendMessage(new WholeMessage(composed), to);
            return Reply.accepted(Replies.tidy(transport.getLastServerResponse()));
        } catch (AddressException e) {
            return Reply.refused("Not an address that can be written to: " + composed.to());
        } catch (MessagingException e) {
            Optional<Reply> said = Replies.of(e, transport.stage());
            return said.isPresent() ? said.get() : unanswered(e);
        }
    }

    private Reply unanswered(MessagingException e) throws RelayUnavailable {
        Stage stage = transport.stage();
        RelayUnavailable broken = broken(e);
        if (broken.isForAll() || stage.compareTo(Stage.CONTENT) < 0) {
            throw broken;
        }
        return Reply.deferred(Replies.tidy((stage == Stage.END ? UNKNOWN : BROKEN) + Replies.innermost(e)));
    }

    /** From another thread: ends whatever the connection waits for, and it is not opened again. */
    void cut() {
        cut = true;
        Socket socket = sockets.last();
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Cutting the connection to {}", relay, e);
        }
    }

    private RelayUnavailable broken(MessagingException e) {
        close();
        boolean turnedAway = Replies.turnsConnectionAway(e);
        return new RelayUnavailable(
                "The connection to the relay " + relay + " broke: " + Replies.innermost(e), turnedAway, e);
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("Closing the connection to {}", relay, e);
        } finally {
            transport = null;
        }
    }
}
