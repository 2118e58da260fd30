package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.access.SecurityEvent;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Writes down what became of mail servers: in the ledger, and in the security log; never a password. */
@Service
class ServerEntries {

    static final String SUBJECT = "MAIL-SERVER";

    private final Ledger ledger;
    private final Clock clock;

    ServerEntries(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param before null where there was none, like {@code after}
     * @param askedBy whose request it was; null where nobody had to confirm it
     * @param singleHanded whether it would have had to be confirmed, and there was nobody else
     */
    void changed(Part part, MailServer before, MailServer after, Actor by, String askedBy, boolean singleHanded) {
        ledger.record(compared(
                Entry.of("mail-server.changed", SUBJECT, by.id(), clock.instant())
                        .with("askedBy", askedBy)
                        .with("singleHanded", singleHanded ? true : null),
                part,
                before,
                after));
        SecurityEvent.done("mail-server-changed")
                .fact("actor", by.id())
                .fact("part", part)
                .fact("asked-by", askedBy)
                .fact("single-handed", singleHanded ? true : null)
                .fact("host", after == null ? "none" : after.host())
                .log();
    }

    void asked(Part part, MailServer before, MailServer after, Actor by) {
        ledger.record(
                compared(Entry.of("mail-server.change-asked", SUBJECT, by.id(), clock.instant()), part, before, after));
        SecurityEvent.done("mail-server-asked")
                .fact("actor", by.id())
                .fact("part", part)
                .fact("host", after == null ? "none" : after.host())
                .log();
    }

    void withdrawn(ServerRequest request, Actor by) {
        boolean own = ServerRules.isTakenBack(by, request);
        ledger.record(Entry.of(
                        own ? "mail-server.request-taken-back" : "mail-server.request-refused",
                        SUBJECT,
                        by.id(),
                        clock.instant())
                .with("askedBy", request.askedBy()));
        SecurityEvent.done(own ? "mail-server-request-taken-back" : "mail-server-request-refused")
                .fact("actor", by.id())
                .fact("part", request.part())
                .log();
    }

    private static Entry compared(Entry entry, Part part, MailServer before, MailServer after) {
        return entry.changed(
                part == Part.RELAY ? "relay" : "mailbox",
                before == null ? null : before.toString(),
                after == null ? null : after.toString());
    }
}
