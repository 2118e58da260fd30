package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fairnotice.RealDatabase;
import fairnotice.access.SealedSecrets;
import fairnotice.access.SignedLinks;
import fairnotice.access.Subjects;
import fairnotice.embedded.Mailbox;
import fairnotice.embedded.Received;
import fairnotice.publisher.PublicAddress;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.timekeeping.MachineClock;
import fairnotice.wakeup.Listening;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The whole way, as the demo goes it: our sender, the embedded server, its bounces, and the mailbox people look into. */
class EmbeddedMailTest {

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;
    private static Mailings mailings;

    @BeforeAll
    static void open() {
        context = start();
        mailings = context.getBean(Mailings.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void what_was_sent_can_be_read_in_the_mailbox() {
        announce("read", "ann@example.com", "bob@example.com");

        Received received = awaitReceived("ANN@example.com");

        assertThat(received.to()).isEqualTo("ann@example.com");
        assertThat(received.from()).contains("Örtlich & Söhne").contains("notices@publisher.example");
        assertThat(received.subject()).isEqualTo("A new vendor for Customer 1");
        assertThat(received.date()).isEqualTo(MailHouse.LEGAL_NOW);
        assertThat(received.headers()).containsEntry("Auto-Submitted", "auto-generated");
        assertThat(received.text()).contains("http://localhost:8080/n/signed-NOTICE-1-10-1");
        assertThat(received.html()).contains("<p>Dear Person 1 of Customer 1</p>");
    }

    @Test
    void what_was_enclosed_can_be_opened_from_the_mailbox() {
        Email letter = new Email("Your statement", "Dear {{name}}", "<p>Dear {{name}}</p>");
        byte[] pdf = "%PDF-1.7 the statement".getBytes(StandardCharsets.US_ASCII);
        byte[] dates = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.US_ASCII);
        long mailing = mailings.open(MailHouse.letter(
                "enclosing",
                Kind.CONTRACTUAL,
                letter.enclosing(
                        new Attachment("Erklärung.pdf", "application/pdf", pdf),
                        new Attachment("dates.ics", "text/calendar; method=PUBLISH; charset=UTF-8", dates))));
        mailings.append(mailing, List.of(MailHouse.to("files@example.com", 1), MailHouse.to("more@example.com", 2)));
        mailings.seal(mailing);

        Received received = awaitReceived("files@example.com");

        assertThat(received.text()).isEqualTo("Dear Person 1");
        assertThat(received.html()).isEqualTo("<p>Dear Person 1</p>");
        assertThat(received.enclosures())
                .containsExactly(
                        new Received.Enclosed("Erklärung.pdf", "application/pdf"),
                        new Received.Enclosed("dates.ics", "text/calendar"));
        Mailbox mailbox = context.getBean(Mailbox.class);
        assertThat(mailbox.enclosed(received, 0))
                .hasValueSatisfying(file -> assertThat(file).isEqualTo(pdf));
        assertThat(mailbox.enclosed(received, 1))
                .hasValueSatisfying(file -> assertThat(file).isEqualTo(dates));
        assertThat(mailbox.enclosed(received, 2)).isEmpty();
        assertThat(mailbox.enclosed(received, -1)).isEmpty();
        assertThat(awaitReceived("more@example.com").enclosures()).hasSize(2);
    }

    @Test
    void a_refused_address_is_refused_a_deferred_one_arrives_later_and_a_bounced_one_comes_back() {
        long mailing = announce("world", "a@refused.example.net", "b@deferred.example.net", "c@bounced.example.net");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mailings.messages(mailing, 0, 10))
                        .extracting(Outcome::state)
                        .containsExactly(MessageState.REFUSED, MessageState.HANDED_OVER, MessageState.BOUNCED));

        List<Outcome> all = mailings.messages(mailing, 0, 10);
        assertThat(all.get(0).reply()).contains("550 5.1.1");
        assertThat(all.get(2).reply()).contains("5.1.1").contains("mailbox unavailable");
        assertThat(awaitReceived("b@deferred.example.net").subject()).contains("Customer 2");
    }

    @Test
    void mail_that_is_no_report_stays_unread_for_a_person_and_a_malformed_report_stops_nothing()
            throws MessagingException {
        deliver("From: someone@example.com\r\nTo: privacy@publisher.example\r\nSubject: I object\r\n\r\nNo!\r\n");
        deliver(
                "Content-Type: multipart/report; boundary=\"x\r\nSubject: broken\r\n\r\n--y\r\nContent-Type: message/delivery-status\r\n");
        deliver(report("fn.1.1.000000000000000000000000"));

        long mailing = announce("after", "d@bounced.example.net");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mailings.messages(mailing, 0, 1).get(0).state() == MessageState.BOUNCED);

        assertThat(unreadSubjects()).contains("I object", "broken", "forged");
    }

    @Test
    void the_mailbox_survives_a_restart() {
        announce("restart", "kept@example.com");
        Received before = awaitReceived("kept@example.com");

        context.close();
        context = start();
        mailings = context.getBean(Mailings.class);

        assertThat(context.getBean(Mailbox.class).to("kept@example.com")).containsExactly(before);
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(MailAlone.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "fairnotice.demo=on",
                        "fairnotice.data=" + data,
                        "fairnotice.mail.backoff=200ms",
                        "fairnotice.mailbox.bounce-after=100ms",
                        "spring.messages.basename=messages/mail")
                .run();
    }

    private static long announce(String key, String... addresses) {
        long mailing = mailings.open(MailHouse.letter(key, Kind.CONTRACTUAL));
        for (int i = 0; i < addresses.length; i++) {
            mailings.append(mailing, List.of(MailHouse.to(addresses[i], i + 1)));
        }
        mailings.seal(mailing);
        return mailing;
    }

    private static Received awaitReceived(String to) {
        Mailbox mailbox = context.getBean(Mailbox.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> !mailbox.to(to).isEmpty());
        return mailbox.to(to).get(0);
    }

    private static void deliver(String raw) throws MessagingException {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
        try (Store store = postbox();
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_WRITE);
            folder.appendMessages(new Message[] {message});
        }
    }

    private static List<String> unreadSubjects() throws MessagingException {
        try (Store store = postbox();
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            List<String> subjects = new java.util.ArrayList<>();
            for (Message message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }

    private static Store postbox() throws MessagingException {
        BounceMailbox box = context.getBean(BounceMailbox.class);
        Store store = Session.getInstance(new Properties()).getStore(box.protocol());
        store.connect(box.host(), box.port(), box.username(), box.password());
        return store;
    }

    private static String report(String id) {
        return """
                Subject: forged
                Content-Type: multipart/report; boundary="r"

                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; x

                Final-Recipient: rfc822; a@example.com
                Action: failed

                --r
                Content-Type: text/rfc822-headers

                Message-ID: <%s@publisher.example>

                --r--
                """.formatted(id).replace("\n", "\r\n");
    }

    private static final class NoRegisters implements Registers {

        @Override
        public List<Register> all() {
            return List.of();
        }

        @Override
        public Optional<Register> find(String id) {
            return Optional.empty();
        }

        @Override
        public Register getById(String id) {
            throw new NoSuchElementException(id);
        }

        @Override
        public NoticePolicy policy(String register, int version) {
            throw new NoSuchElementException(register);
        }
    }

    @ComponentScan(
            basePackages = {
                "fairnotice.mail",
                "fairnotice.mailserver",
                "fairnotice.embedded",
                "fairnotice.ledger",
                "fairnotice.sql",
                "fairnotice.timekeeping",
                "fairnotice.wakeup",
                "fairnotice.worker"
            },
            useDefaultFilters = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "fairnotice\\.((mail|ledger|timekeeping|wakeup|worker)\\.[a-z.]*[A-Za-z]+Test(\\$.*)?|embedded\\.(?!Mailbox).*|mailserver\\.((Changing|Confirming|Reading)Server|MailServersTest).*)"))
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        MailSenderAutoConfiguration.class
    })
    static class MailAlone {

        private static final DataSource DATABASE = RealDatabase.fresh();

        @Bean
        PublicAddress address() {
            return PublicAddress.of("http://localhost:8080");
        }

        @Bean
        DataSource dataSource() {
            return DATABASE;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(MailHouse.LEGAL_NOW, ZoneOffset.UTC);
        }

        @Bean
        JdbcConnectionDetails database(DataSource source) {
            return Listening.details(source);
        }

        @Bean
        MachineClock machine() {
            return Clock.systemUTC()::instant;
        }

        @Bean
        Subjects subjects() {
            return new MailHouse.OfNoRegister();
        }

        /** No test mail is made by itself. */
        @Bean
        Registers registers() {
            return new NoRegisters();
        }

        @Bean
        SealedSecrets secrets() {
            return new MailHouse.PlainSecrets();
        }

        @Bean
        SignedLinks signedLinks() {
            return new MailHouse.PlainLinks();
        }
    }
}
