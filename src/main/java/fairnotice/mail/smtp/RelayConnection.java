package fairnotice.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the relay, opened when first needed and used again for every message; not for two threads. */
final class RelayConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayConnection.class);

    private final Relay relay;
    private final Session session;
    private SMTPTransport transport;

    RelayConnection(Relay relay) {
        this.relay = relay;
        this.session = relay.session();
    }

    boolean isOpen() {
        return transport != null;
    }

    /** @throws RelayUnavailable when the relay cannot be reached or does not let us in */
    void open() throws RelayUnavailable {
        if (isOpen()) {
            return;
        }
        try {
            SMTPTransport fresh = (SMTPTransport) session.getTransport(relay.protocol());
            fresh.connect(relay.host(), relay.port(), relay.username(), relay.password());
            transport = fresh;
        } catch (MessagingException e) {
            throw new RelayUnavailable("The relay " + relay + " cannot be reached: " + e.getMessage(), true, e);
        }
    }

    /**
     * Hands one message over to one recipient.
     *
     * @throws RelayUnavailable when the connection broke, so that nobody knows whether the relay took it
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
            return Replies.of(e).orElseThrow(() -> broken(e));
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
