package fairnotice.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Plain sockets with TCP_NODELAY; without it delayed acknowledgements hold the client to some 22 messages a second. One factory serves one
 * connection at a time, and knows the socket below it, whatever encrypts or guards it.
 */
public final class QuickSockets extends SocketFactory {

    private volatile Socket last;

    /** The one made last; null before the first. */
    Socket last() {
        return last;
    }

    @Override
    public Socket createSocket() throws IOException {
        return quick(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return quick(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return quick(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return quick(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return quick(new Socket(host, port, local, localPort));
    }

    /** One that was made elsewhere, below an encrypted one. */
    void take(Socket socket) throws IOException {
        quick(socket);
    }

    private Socket quick(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        last = socket;
        return socket;
    }
}
