package fairnotice.mail;

import fairnotice.RealDatabase;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.SealedSecrets;
import fairnotice.access.SignedLinks;
import fairnotice.access.Subjects;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.mail.smtp.Outbox;
import fairnotice.mail.smtp.Relay;
import fairnotice.mail.smtp.Sender;
import fairnotice.mail.smtp.SenderSettings;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.Encryption;
import fairnotice.publisher.PublicAddress;
import fairnotice.wakeup.Listening;
import fairnotice.wakeup.WakeUps;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail feature on a database of its own, with as many senders as a test wants. */
public final class MailHouse implements AutoCloseable {

    static final Instant LEGAL_NOW = Instant.parse("2027-03-02T09:00:00Z");
    static final PublicAddress ADDRESS = PublicAddress.of("https://notices.example.com");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<Sender> senders = new ArrayList<>();
    final JdbcClient jdbc;
    final Mailings mailings;
    final Outbox outbox;
    final WakeUps wakeUps = new WakeUps();
    final Workers workers = new Workers();
    volatile BooleanSupplier mayAct = () -> true;
    final List<Entry> ledger = new ArrayList<>();

    private final Listening listening;

    private static DataSource shared;

    MailHouse() {
        this(5);
    }

    /** On the one database all mail tests share, emptied. */
    public MailHouse(int batchSize) {
        DataSource source = emptied();
        // The pool outlives this house.
        context.registerBean(DataSource.class, () -> source, bean -> bean.setDestroyMethodName(""));
        context.registerBean(JdbcClient.class, () -> RealDatabase.client(source));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.registerBean(Clock.class, () -> Clock.fixed(LEGAL_NOW, ZoneOffset.UTC));
        context.registerBean(
                SenderSettings.class, () -> settings(4, batchSize, Duration.ofSeconds(10), Duration.ofMillis(20)));
        context.scan("fairnotice.mail.jdbc");
        context.registerBean(RecordingReports.class);
        context.registerBean(Ledger.class, () -> new Noted(ledger));
        context.registerBean(Subjects.class, OfNoRegister::new);
        context.registerBean(SendingAgain.class);
        context.refresh();
        jdbc = context.getBean(JdbcClient.class);
        mailings = context.getBean(Mailings.class);
        outbox = context.getBean(Outbox.class);
        listening = new Listening(source, wakeUps);
    }

    private static synchronized DataSource emptied() {
        if (shared == null) {
            shared = RealDatabase.fresh();
        }
        RealDatabase.client(shared)
                .sql(
                        "truncate mailing, mail_enclosure, mail_translation, mail_batch, mail_message, mail_deferred, mail_late, mail_hold")
                .update();
        return shared;
    }

    public Mailings mailings() {
        return mailings;
    }

    HeldMailings held() {
        return context.getBean(HeldMailings.class);
    }

    UnwrittenMailings unwritten() {
        return context.getBean(UnwrittenMailings.class);
    }

    SendingAgain sendingAgain() {
        return context.getBean(SendingAgain.class);
    }

    RecordingReports reports() {
        return context.getBean(RecordingReports.class);
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(s -> work.get());
    }

    /** As it is, except that it is quick to look. */
    public static SenderSettings settings(int connections, int batchSize, Duration lease) {
        return settings(
                connections,
                batchSize,
                lease,
                Duration.ofMillis(20),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1));
    }

    static SenderSettings settings(int connections, int batchSize, Duration lease, Duration poll) {
        return settings(connections, batchSize, lease, poll, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /** How long a relay may take to reply, and to reply to a whole message. */
    static SenderSettings settings(
            int connections, int batchSize, Duration lease, Duration poll, Duration reply, Duration finalReply) {
        return settings(connections, batchSize, lease, poll, reply, finalReply, Duration.ofMillis(200));
    }

    private static SenderSettings settings(
            int connections,
            int batchSize,
            Duration lease,
            Duration poll,
            Duration reply,
            Duration finalReply,
            Duration probe) {
        return new SenderSettings(
                true,
                connections,
                batchSize,
                lease,
                poll,
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofDays(5),
                reply,
                finalReply,
                Duration.ofSeconds(1),
                probe,
                probe.multipliedBy(2),
                null,
                null,
                null);
    }

    Sender sender(int port, int connections) {
        return sender(port, settings(connections, 5, Duration.ofSeconds(10), Duration.ofMillis(20)), outbox);
    }

    public Sender sender(int port, SenderSettings settings, Outbox from) {
        Relay relay = relay(port);
        Sender sender = new Sender(
                from,
                () -> Optional.of(relay),
                new PlainLinks(),
                ADDRESS,
                Clock.fixed(LEGAL_NOW, ZoneOffset.UTC),
                settings,
                () -> mayAct.getAsBoolean(),
                wakeUps,
                workers);
        senders.add(sender);
        sender.start();
        return sender;
    }

    /** On loopback, in the clear. */
    static Relay relay(int port) {
        return new Relay(
                "port " + port,
                "smtp",
                "127.0.0.1",
                port,
                null,
                null,
                Encryption.NONE,
                new TrustedCertificates(null),
                Map.of());
    }

    public Outbox outbox() {
        return outbox;
    }

    /** What came after a message's first outcome, taken from its queue. */
    List<Outcome> takeLate() {
        return mailings.takeLate(
                mailings.lateOutcomes(10).stream().map(LateOutcome::id).toList());
    }

    /** A contractual mailing to n recipients, sealed. */
    long announced(String key, int recipients) {
        return announced(letter(key, Kind.CONTRACTUAL), recipients(recipients));
    }

    long announced(NewMailing mailing, List<Outgoing> to) {
        return inTransaction(() -> {
            long id = mailings.open(mailing);
            mailings.append(id, to);
            mailings.seal(id);
            return id;
        });
    }

    static NewMailing letter(String key, Kind kind) {
        return letter(
                key,
                kind,
                new Email(
                        "A new vendor for {{customer}}",
                        "Dear {{name}},\n\nsee {{base}}/n/{{token}}\n\nYours\n",
                        "<p>Dear {{name}} of {{customer}}</p><a href=\"{{base}}/n/{{token}}\">your notice</a>"));
    }

    static NewMailing letter(String key, Kind kind, Email letter) {
        return new NewMailing(
                key,
                kind,
                "OPSTICKET-2027-0001",
                "Örtlich & Söhne",
                "notices@publisher.example",
                "privacy@publisher.example",
                "opsticket.fairnotice",
                letter);
    }

    static List<Outgoing> recipients(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> to("person" + i + "@example.com", i))
                .toList();
    }

    static Outgoing to(String address, long party) {
        return new Outgoing(
                party, party * 10, address, "Person " + party, Map.of("customer", "Customer " + party), link(party));
    }

    static Link link(long party) {
        return new Link(LinkPurpose.NOTICE, party, party * 10, 1);
    }

    /** Hears every outcome as an owner of mailings does, until nothing is left to hear. */
    List<Outcome> hear() {
        List<Outcome> heard = new ArrayList<>();
        for (FinishedBatch batch : mailings.finishedBatches(100)) {
            inTransaction(() -> {
                heard.addAll(mailings.outcomes(batch.id()));
                mailings.reported(batch.id());
                return null;
            });
        }
        return heard;
    }

    @Override
    public void close() {
        senders.forEach(Sender::stop);
        listening.close();
        context.close();
    }

    /** What was recorded, for tests to read. */
    private record Noted(List<Entry> entries) implements Ledger {

        @Override
        public void record(Entry entry) {
            entries.add(entry);
        }

        @Override
        public List<Recorded> about(String subject) {
            return List.of();
        }
    }

    /** Signs nothing, so that tests can read it. */
    static final class PlainLinks implements SignedLinks {

        @Override
        public String sign(Link link) {
            return "signed-" + link.purpose() + "-" + link.subject() + "-" + link.holder() + "-" + link.epoch();
        }

        @Override
        public Optional<Link> read(String token) {
            return Optional.empty();
        }
    }

    /** Seals nothing. */
    static final class PlainSecrets implements SealedSecrets {

        @Override
        public String seal(String purpose, String secret) {
            return secret;
        }

        @Override
        public Optional<String> open(String purpose, String sealed) {
            return Optional.of(sealed);
        }
    }

    /** What the letters of these tests are about is nothing at all. */
    static class OfNoRegister implements Subjects {

        @Override
        public Optional<String> register(String subject) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> registers(Collection<String> subjects) {
            return Map.of();
        }
    }
}
