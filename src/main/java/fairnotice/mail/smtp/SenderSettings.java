package fairnotice.mail.smtp;

import fairnotice.mailserver.Encryption;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are handed to the relay. All durations are real time.
 *
 * @param sending whether this node sends at all
 * @param connections SMTP connections kept open, each with a thread of its own; 16 is the most that pays
 * @param batchSize messages a connection owns at a time
 * @param lease how long a batch stays owned by a node that died; renewed at a third of it
 * @param poll how long idle connections wait at most before one of them looks for work, whether they were called or not
 * @param reconnect first wait after the relay could not be reached; doubles up to {@code reconnectMost}
 * @param backoff first wait after a message was deferred; doubles up to {@code backoffMost}
 * @param reply how long each reply of the relay is waited for, and each write (RFC 5321, 4.5.3.2: five minutes at least)
 * @param finalReply how long the reply to a whole message is waited for, at least {@code reply} (RFC 5321, 4.5.3.2.6: ten minutes)
 * @param stopWithin how long a node that stops lets messages at hand be finished; those still unanswered then count as deferred
 * @param probe first wait until one message of a mailing that the relay refuses as a whole is tried again; doubles up to {@code probeMost}
 * @param giveUpAfter how long a deferred message is tried (RFC 5321, 4.5.4.1: four to five days at least) before it counts as refused,
 *     and how long a mailing that the relay refuses waits
 * @param bounceAddress envelope sender that delivery reports come to; none means the mailing's sender. A {@code {message}} in it is
 *     replaced by what identifies the message (variable envelope return path), for relays whose reports leave the original out
 * @param encryption of the relay that the settings name; null for what is safe there: {@link EnvironmentRelay}
 * @param trustedCertificates a file of more certificates (PEM) that mail servers may show; null for none
 */
@ConfigurationProperties("fairnotice.mail")
public record SenderSettings(
        @DefaultValue("true") boolean sending,
        @DefaultValue("4") int connections,
        @DefaultValue("500") int batchSize,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("1s") Duration reconnect,
        @DefaultValue("30s") Duration reconnectMost,
        @DefaultValue("1m") Duration backoff,
        @DefaultValue("2h") Duration backoffMost,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("5m") Duration reply,
        @DefaultValue("10m") Duration finalReply,
        @DefaultValue("20s") Duration stopWithin,
        @DefaultValue("1m") Duration probe,
        @DefaultValue("15m") Duration probeMost,
        String bounceAddress,
        Encryption encryption,
        Path trustedCertificates) {

    /** Of a connection and one message on it: to connect, greeting, EHLO, STARTTLS, EHLO, AUTH (three), MAIL, RCPT, RSET, DATA and its content. */
    private static final int REPLIES = 13;

    /** @throws IllegalArgumentException when nothing could ever be sent so */
    public SenderSettings {
        if (connections < 1 || batchSize < 1 || lease.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException(
                    "fairnotice.mail needs at least one connection, batches of at least one and a lease of at most 10 s");
        }
    }

    /** Longer than the slowest hand-over: every reply comes last minute, and all but the last on two connections. */
    Duration slowestHandOver() {
        return reply.multipliedBy(2L * REPLIES).plus(finalReply);
    }
}
