package fairnotice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fairnotice.mail.MailHouse;
import fairnotice.mail.SmtpSink;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.MailTest.Sending;
import fairnotice.mailserver.TestFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a test mail shows of a relay, against relays that misbehave. */
class TestMailSenderTest {

    private static final Instant NOW = Instant.parse("2027-03-02T09:00:00Z");
    private static final String OFFERS_AUTH = "250-sink\r\n250 AUTH PLAIN LOGIN";

    @Test
    void a_relay_that_takes_it_is_quoted_and_the_token_stands_in_the_message() {
        try (SmtpSink sink = new SmtpSink().bodies(to -> "250 2.0.0 queued as 17")) {
            Sending sending = sent(sink.port(), Encryption.NONE, null);

            assertThat(sending).isEqualTo(Sending.accepted(null, NOW, "250 2.0.0 queued as 17"));
            assertThat(sink.said())
                    .contains("MAIL FROM:<notices@publisher.example>", "RCPT TO:<legal@publisher.example>");
        }
    }

    @Test
    void where_starttls_is_required_and_not_offered_nothing_is_said_but_hello() {
        try (SmtpSink sink = new SmtpSink().offers(OFFERS_AUTH)) {
            Sending sending = sent(sink.port(), Encryption.STARTTLS, "user");

            assertThat(sending.failure()).isEqualTo(TestFailure.NO_STARTTLS);
            assertThat(sink.said()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void a_certificate_of_somebody_else_is_named_and_nothing_is_sent() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            Sending sending = sent(server.getSmtps().getPort(), Encryption.TLS, "user");

            assertThat(sending.failure()).isEqualTo(TestFailure.CERTIFICATE);
            assertThat(sending.detail()).contains("GreenMail");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_relay_that_speaks_no_tls_is_no_relay_with_a_wrong_certificate() {
        try (SmtpSink sink = new SmtpSink()) {
            assertThat(sent(sink.port(), Encryption.TLS, null).failure()).isEqualTo(TestFailure.NO_TLS);
        }
    }

    @Test
    void who_is_refused_is_told_by_what_the_relay_refuses() {
        try (SmtpSink sink = new SmtpSink()) {
            sink.senders(from -> "553 5.7.1 not your address");
            assertThat(sent(sink.port(), Encryption.NONE, null).failure()).isEqualTo(TestFailure.SENDER_REFUSED);

            sink.senders(from -> "250 OK").recipients(to -> "550 5.1.1 no such mailbox");
            Sending unknown = sent(sink.port(), Encryption.NONE, null);
            assertThat(unknown.failure()).isEqualTo(TestFailure.RECIPIENT_REFUSED);
            assertThat(unknown.reply()).isEqualTo("550 5.1.1 no such mailbox");

            sink.recipients(to -> "451 4.7.1 later");
            assertThat(sent(sink.port(), Encryption.NONE, null).failure()).isEqualTo(TestFailure.DEFERRED);

            sink.recipients(to -> "250 OK").bodies(to -> "554 5.7.1 looks like spam");
            assertThat(sent(sink.port(), Encryption.NONE, null).failure()).isEqualTo(TestFailure.MESSAGE_REFUSED);
        }
    }

    @Test
    void a_wrong_password_is_told_apart() {
        try (SmtpSink sink = new SmtpSink().offers(OFFERS_AUTH)) {
            // the sink answers AUTH with 250, which is no success
            assertThat(sent(sink.port(), Encryption.NONE, "user").failure()).isEqualTo(TestFailure.AUTHENTICATION);
        }
    }

    @Test
    void nobody_there_and_no_such_host_are_told_apart() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(sent(free, Encryption.NONE, null).failure()).isEqualTo(TestFailure.CONNECTION_REFUSED);
        assertThat(sent("no-such-host.invalid", 25, Encryption.NONE, null).failure())
                .isEqualTo(TestFailure.UNKNOWN_HOST);
    }

    private static Sending sent(int port, Encryption encryption, String user) {
        return sent("127.0.0.1", port, encryption, user);
    }

    private static Sending sent(String host, int port, Encryption encryption, String user) {
        Relay relay = new Relay(
                "relay",
                encryption == Encryption.TLS ? "smtps" : "smtp",
                host,
                port,
                user,
                user == null ? null : "secret",
                encryption,
                new TrustedCertificates(null),
                Map.of());
        return new TestMailSender(
                        () -> Optional.of(relay),
                        MailHouse.settings(1, 1, Duration.ofSeconds(10)),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .send(test());
    }

    private static MailTest test() {
        return new MailTest(
                1,
                UUID.randomUUID(),
                "opsticket",
                "relay",
                null,
                "notices@publisher.example",
                "legal@publisher.example",
                "ann",
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
