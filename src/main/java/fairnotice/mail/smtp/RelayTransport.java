package fairnotice.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The mail client, which tells how far it came with a message and waits longer for the reply to a whole one than for others. */
final class RelayTransport extends SMTPTransport {

    private final QuickSockets sockets;
    private final Duration finalReply;
    private Stage stage = Stage.CONNECTION;

    /** @param sockets that the session connects with */
    RelayTransport(Session session, String protocol, QuickSockets sockets, Duration finalReply) {
        super(session, null, protocol, protocol.equals("smtps"));
        this.sockets = sockets;
        this.finalReply = finalReply;
    }

    /** How far the last message came. */
    Stage stage() {
        return stage;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        OutputStream content = super.data();
        stage = Stage.CONTENT;
        return content;
    }

    @Override
    protected OutputStream bdat() throws MessagingException {
        stage = Stage.CONTENT;
        return super.bdat();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        patiently(super::finishData);
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        patiently(super::finishBdat);
    }

    private interface Ending {
        void end() throws IOException, MessagingException;
    }

    private void patiently(Ending ending) throws IOException, MessagingException {
        stage = Stage.END;
        Socket socket = sockets.last();
        int ordinary = timeout(socket);
        setTimeout(socket, Math.max(ordinary, Math.toIntExact(finalReply.toMillis())));
        try {
            ending.end();
        } finally {
            setTimeout(socket, ordinary);
        }
    }

    private static int timeout(Socket socket) throws SocketException {
        return socket == null || socket.isClosed() ? 0 : socket.getSoTimeout();
    }

    private static void setTimeout(Socket socket, int millis) throws SocketException {
        if (socket != null && !socket.isClosed()) {
            socket.setSoTimeout(millis);
        }
    }
}
