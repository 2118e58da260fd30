package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.access.SecurityEvent;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.mailserver.ServerInForce.Source;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sending test mails, each from the sender of a register to its reply address; a worker hands them over. */
@Service
public class TestingMail {

    /** Within which a test mail that was asked for is handed over, or its node has died. */
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final ServersInForce servers;
    private final MailReadiness readiness;
    private final MailTests tests;
    private final Registers registers;
    private final Ledger ledger;
    private final Clock clock;

    TestingMail(
            ServersInForce servers,
            MailReadiness readiness,
            MailTests tests,
            Registers registers,
            Ledger ledger,
            Clock clock) {
        this.servers = servers;
        this.readiness = readiness;
        this.tests = tests;
        this.registers = registers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param register the id of one; null for all
     * @throws Refused when there is no relay, no such register, or the last one is still being sent
     */
    @Transactional
    public void ask(String register, Actor by) {
        ServerRules.onlyAdministrators(by);
        ServerInForce relay = servers.of(Part.RELAY).orElseThrow(() -> Refused.conflict("refused.mail-test.no-relay"));
        List<Register> chosen = registers.all().stream()
                .filter(each -> register == null || each.id().equals(register))
                .toList();
        if (chosen.isEmpty()) {
            throw Refused.conflict("refused.mail-test.no-register");
        }
        Map<String, MailTest> last = tests.last();
        List<Register> free = chosen.stream()
                .filter(each -> !isBeingSent(last.get(each.id())))
                .toList();
        if (free.isEmpty()) {
            throw Refused.conflict("refused.mail-test.under-way");
        }
        free.forEach(each -> tests.add(test(each, relay, by.id())));
        ledger.record(Entry.of("mail-server.test-asked", ServerEntries.SUBJECT, by.id(), clock.instant())
                .with("relay", relay.server()));
        SecurityEvent.done("mail-test").fact("actor", by.id()).log();
    }

    private boolean isBeingSent(MailTest last) {
        return last != null
                && last.sending() == null
                && last.askedAt().plus(AT_MOST).isAfter(clock.instant());
    }

    /** Tests a relay that the settings name, once: whoever sets it there need not open a page. */
    @Transactional
    public void byItself() {
        servers.of(Part.RELAY)
                .filter(relay -> relay.source() == Source.ENVIRONMENT)
                .filter(relay -> readiness.missing().isPresent())
                .ifPresent(relay -> registers.all().forEach(register -> tests.add(test(register, relay, null))));
    }

    private MailTest test(Register register, ServerInForce relay, String by) {
        String mailbox = servers.of(Part.MAILBOX).map(ServerInForce::identity).orElse(null);
        return new MailTest(
                0,
                UUID.randomUUID(),
                register.id(),
                relay.identity(),
                mailbox,
                register.sender(),
                register.replyTo(),
                by,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
