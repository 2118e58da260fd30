package fairnotice.mail.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates mail servers may show: of those whom the Java runtime believes, and of those in a file of the publisher's own. */
public final class TrustedCertificates {

    private final X509TrustManager certain;

    /**
     * @param own certificates in PEM (RFC 7468), those of authorities or of servers; null for none
     * @throws IllegalArgumentException when the file cannot be read, or holds none
     */
    public TrustedCertificates(Path own) {
        try {
            this.certain = manager(own == null ? List.of() : read(own));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "fairnotice.mail.trusted-certificates: " + own + " is no readable file of certificates", e);
        }
    }

    /**
     * Makes encrypted sockets.
     *
     * @param checks whether the server's certificate must be trusted; its name is checked by the mail client
     * @param seen is told the chain that a server shows, before it is judged
     */
    SSLSocketFactory sockets(boolean checks, Consumer<X509Certificate> seen) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Watched(checks ? certain : null, seen)}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no TLS", e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new IOException("It holds no certificate");
            }
            return found;
        }
    }

    private static X509TrustManager manager(Collection<? extends Certificate> own)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (Certificate each : of(null).getAcceptedIssuers()) {
            all.setCertificateEntry("runtime-" + number++, each);
        }
        for (Certificate each : own) {
            all.setCertificateEntry("own-" + number++, each);
        }
        return of(all);
    }

    /** @param store null for that of the runtime */
    private static X509TrustManager of(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** @param judge null to believe everybody */
    private record Watched(X509TrustManager judge, Consumer<X509Certificate> seen) implements X509TrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            seen.accept(chain[0]);
            if (judge != null) {
                judge.checkServerTrusted(chain, type);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            throw new java.security.cert.CertificateException("Nobody is a client here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge == null ? new X509Certificate[0] : judge.getAcceptedIssuers();
        }
    }
}
