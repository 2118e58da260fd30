package fairnotice.mail.smtp;

import fairnotice.mail.MessageState;
import fairnotice.mail.tls.TlsSockets;
import fairnotice.mailserver.MailTest.Sending;
import fairnotice.mailserver.TestFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Names why a test mail was not accepted, from what the mail client throws. */
final class TestFailures {

    private TestFailures() {}

    /** Before the relay took anything of the message. */
    static Sending ofConnection(MessagingException thrown, TlsSockets tls) {
        TestFailure failure = connection(thrown, tls.shown());
        String words = Replies.innermost(thrown);
        return failure == TestFailure.CERTIFICATE
                ? Sending.failed(null, failure, words, whose(tls.shown()))
                : Sending.failed(tls.agreed(), failure, words, null);
    }

    /** @param shown the certificate of the server; null where it showed none */
    private static TestFailure connection(MessagingException thrown, X509Certificate shown) {
        for (Throwable each : chain(thrown)) {
            if (each instanceof AuthenticationFailedException) {
                return TestFailure.AUTHENTICATION;
            } else if (each instanceof UnknownHostException) {
                return TestFailure.UNKNOWN_HOST;
            } else if (each instanceof SocketTimeoutException) {
                return TestFailure.TIMEOUT;
            } else if (each instanceof ConnectException || each instanceof NoRouteToHostException) {
                return TestFailure.CONNECTION_REFUSED;
            } else if (each instanceof SSLException) {
                return shown == null ? TestFailure.NO_TLS : TestFailure.CERTIFICATE;
            } else if (String.valueOf(each.getMessage()).startsWith("STARTTLS is required")) {
                return TestFailure.NO_STARTTLS;
            }
        }
        return TestFailure.OTHER;
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    /** Whose certificate it is, by whom, until when: the names are as they are written in it. */
    private static String whose(X509Certificate shown) {
        return shown == null
                ? null
                : Replies.tidy(shown.getSubjectX500Principal().getName() + "; "
                        + shown.getIssuerX500Principal().getName() + "; "
                        + shown.getNotAfter().toInstant());
    }

    /** @param encryption that was agreed on; null for none */
    static Sending ofMessage(MessagingException thrown, Stage stage, String encryption) {
        Optional<Reply> reply = Replies.of(thrown, stage);
        String words = reply.map(Reply::text).orElseGet(() -> Replies.innermost(thrown));
        return Sending.failed(encryption, message(thrown, stage, reply), words, null);
    }

    private static TestFailure message(MessagingException thrown, Stage stage, Optional<Reply> reply) {
        if (Replies.turnsConnectionAway(thrown)) {
            return TestFailure.AUTHENTICATION;
        } else if (reply.isEmpty()) {
            return connection(thrown, null);
        } else if (reply.get().state() == MessageState.DEFERRED) {
            return TestFailure.DEFERRED;
        } else if (reply.get().about() == About.SENDER) {
            return TestFailure.SENDER_REFUSED;
        }
        return stage == Stage.RECIPIENT ? TestFailure.RECIPIENT_REFUSED : TestFailure.MESSAGE_REFUSED;
    }
}
