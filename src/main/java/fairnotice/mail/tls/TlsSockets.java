package fairnotice.mail.tls;

import fairnotice.mailserver.Encryption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Properties;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Encrypts the sockets of one connection, and knows what was agreed on and whose certificate was shown. */
public final class TlsSockets extends SSLSocketFactory {

    private final Encryption encryption;
    private final SSLSocketFactory made;
    private final SocketBelow below;
    private volatile SSLSocket last;
    private volatile X509Certificate shown;

    /** Is told each socket before it is encrypted. */
    public interface SocketBelow {
        void take(Socket socket) throws IOException;
    }

    public TlsSockets(Encryption encryption, TrustedCertificates trusted, SocketBelow below) {
        this.encryption = encryption;
        Consumer<X509Certificate> seen = certificate -> shown = certificate;
        this.made = trusted.sockets(encryption.isCertain(), seen);
        this.below = below;
    }

    /** Has the mail client encrypt so, whatever else is set. @param prefix of its properties: {@code mail.smtp.} */
    public void into(Properties properties, String prefix) {
        boolean starts = encryption == Encryption.STARTTLS;
        properties.put(prefix + "starttls.enable", String.valueOf(starts || encryption == Encryption.STARTTLS_OFFERED));
        properties.put(prefix + "starttls.required", String.valueOf(starts));
        properties.put(prefix + "ssl.checkserveridentity", String.valueOf(encryption.isCertain()));
        properties.put(prefix + "ssl.socketFactory", this);
        properties.remove(prefix + "ssl.trust");
        if (encryption == Encryption.NONE) {
            properties.remove(prefix + "ssl.enable");
        }
    }

    /** "TLSv1.3, TLS_AES_256_GCM_SHA384"; null where nothing was encrypted. */
    public String agreed() {
        SSLSocket socket = last;
        return socket == null
                ? null
                : socket.getSession().getProtocol() + ", " + socket.getSession().getCipherSuite();
    }

    /** What the server showed, whether or not it was believed; null before. */
    public X509Certificate shown() {
        return shown;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        below.take(socket);
        Socket encrypted = made.createSocket(socket, host, port, autoClose);
        last = (SSLSocket) encrypted;
        return encrypted;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return made.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return made.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return made.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return made.createSocket(host, port, local, localPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return made.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return made.getSupportedCipherSuites();
    }
}
