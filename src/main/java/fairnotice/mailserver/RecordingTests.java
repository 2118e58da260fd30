package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what is seen of a test mail, in whichever order; once all was seen that is to be, its servers count as working. */
@Service
public class RecordingTests {

    private final MailTests tests;
    private final ServersInForce servers;
    private final Proofs proofs;
    private final Ledger ledger;
    private final Clock clock;

    RecordingTests(MailTests tests, ServersInForce servers, Proofs proofs, Ledger ledger, Clock clock) {
        this.tests = tests;
        this.servers = servers;
        this.proofs = proofs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The next to be handed over, which nobody else gets. */
    @Transactional
    public Optional<MailTest> next() {
        return tests.claim();
    }

    @Transactional
    public void sent(MailTest test, MailTest.Sending sending) {
        tests.lock(test.id()).ifPresent(now -> saved(now.sending(sending)));
    }

    /**
     * @param signature that it bears
     * @return whether a test mail of ours has that token
     */
    @Transactional
    public boolean returned(UUID token, Signature signature) {
        return seen(token, test -> test.returnedAt() == null ? test.returned(clock.instant(), signature) : test);
    }

    /** What DNS says of its sender. */
    @Transactional
    public void looked(MailTest test, SenderRecords records) {
        tests.lock(test.id()).ifPresent(now -> tests.save(now.records(records)));
    }

    /**
     * @param words of the delivery report
     * @return whether a test mail of ours has that token
     */
    @Transactional
    public boolean bounced(UUID token, String words) {
        return seen(token, test -> test.bounced(clock.instant(), words));
    }

    private boolean seen(UUID token, UnaryOperator<MailTest> what) {
        Optional<MailTest> test = tests.lock(token);
        test.map(what).ifPresent(this::saved);
        return test.isPresent();
    }

    /** @param fault in the words of whatever failed; null once the mailbox can be read */
    @Transactional
    public void mailbox(String fault) {
        tests.awaited().forEach(test -> tests.lock(test.id()).ifPresent(now -> tests.save(now.mailbox(fault))));
    }

    /** Whether any is awaited in the mailbox, so that it is looked into more often. */
    @Transactional(readOnly = true)
    public boolean isAwaiting() {
        return !tests.awaited().isEmpty();
    }

    private void saved(MailTest test) {
        tests.save(test);
        if (test.isProof() && isInForce(Part.RELAY, test.relay()) && isInForce(Part.MAILBOX, test.mailbox())) {
            Instant now = clock.instant();
            proofs.save(new Proof(test.relay(), test.mailbox(), now));
            ledger.record(Entry.of("mail-server.proved", ServerEntries.SUBJECT, Actor.SYSTEM.id(), now)
                    .with("relay", servers.of(Part.RELAY).orElseThrow().server()));
        }
    }

    private boolean isInForce(Part part, String identity) {
        return servers.of(part)
                .map(server -> server.identity().equals(identity))
                .orElse(identity == null);
    }
}
