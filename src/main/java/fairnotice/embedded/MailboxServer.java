package fairnotice.embedded;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fairnotice.mail.BounceMailbox;
import fairnotice.mailserver.Encryption;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A real SMTP and IMAP server in this process, on loopback only. GreenMail speaks the protocols; what happens to mail is
 * {@link RelayManager}'s, hung in through GreenMail's own extension points, so no second SMTP library is needed to refuse at RCPT.
 */
final class MailboxServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String REPORTS = "reports@localhost";

    private final Hooked greenMail;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mailbox-bounces");
        thread.setDaemon(true);
        return thread;
    });
    private final String password = UUID.randomUUID().toString();

    /**
     * @param smtpPort 0 for any free one
     * @param bounceAfter real time until a bounce comes back
     */
    MailboxServer(int smtpPort, MailboxFolder folder, Duration bounceAfter) {
        greenMail = new Hooked(new ServerSetup[] {
            new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        GreenMailUser reports = greenMail.setUser(REPORTS, REPORTS, password);
        greenMail.manager = new RelayManager(greenMail.getManagers(), folder, reports, later, bounceAfter);
        greenMail.start();
    }

    String host() {
        return LOOPBACK;
    }

    int smtpPort() {
        return greenMail.getSmtp().getPort();
    }

    /** Where bounces arrive. */
    BounceMailbox postbox() {
        return new BounceMailbox(
                "embedded",
                LOOPBACK,
                greenMail.getImap().getPort(),
                Encryption.NONE,
                REPORTS,
                password,
                "INBOX",
                Duration.ofMillis(250));
    }

    @Override
    public void close() {
        greenMail.stop();
        later.shutdownNow();
    }

    /** GreenMail with our manager behind its SMTP door. */
    private static final class Hooked extends GreenMail {

        private volatile RelayManager manager;

        Hooked(ServerSetup[] doors) {
            super(doors);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] doors, Managers managers) {
            Map<String, AbstractServer> services = super.createServices(doors, managers);
            services.computeIfPresent(
                    ServerSetup.PROTOCOL_SMTP, (protocol, server) -> new SmtpServer(server.getServerSetup(), managers) {
                        @Override
                        protected ProtocolHandler createProtocolHandler(Socket socket) {
                            return new SmtpHandler(new SmtpCommandRegistry(), manager, socket);
                        }
                    });
            return services;
        }
    }
}
