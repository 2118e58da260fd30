package fairnotice.mail;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Subjects;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sending a mailing again to everybody whose message was refused or bounced; each of them once. */
@Service
public class SendingAgain {

    private final Mailings mailings;
    private final FailedMessages failed;
    private final Subjects subjects;
    private final Ledger ledger;
    private final Clock clock;

    public SendingAgain(Mailings mailings, FailedMessages failed, Subjects subjects, Ledger ledger, Clock clock) {
        this.mailings = mailings;
        this.failed = failed;
        this.subjects = subjects;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How many messages would be sent again; none of a cancelled mailing, and none for who may not send them. */
    @Transactional(readOnly = true)
    public FailedMessages.Counts possible(Mailing mailing, Actor by) {
        return mailing.cancelledAt() == null && may(by, register(mailing))
                ? failed.counts(mailing.id())
                : FailedMessages.Counts.NONE;
    }

    /**
     * Makes them pending again; their outcomes are told to the mailing's owner as late ones.
     *
     * @return how many
     * @throws Refused when there is no such mailing, it was cancelled, or none of its messages can be sent again
     */
    @Transactional
    public long send(long mailing, String reason, Actor by) {
        Mailing found =
                mailings.find(mailing, by.scope()).orElseThrow(() -> Refused.unknown("refused.unknown.mailing"));
        if (!may(by, register(found))) {
            throw Refused.notAllowed("refused.mailing.who");
        }
        new TextRules()
                .paragraph("reason", "refused.name.resend-reason", reason)
                .orRefuse();
        Instant now = clock.instant();
        long messages = failed.sendAgain(mailing, now);
        if (messages == 0) {
            throw Refused.conflict("refused.mailing.nothing-to-resend");
        }
        ledger.record(Entry.of("mailing.sent-again", found.about(), by.id(), now)
                .with("mailing", found.key())
                .with("messages", messages)
                .with("reason", reason));
        return messages;
    }

    /** Null for one about what belongs to none. */
    private String register(Mailing mailing) {
        return subjects.register(mailing.about()).orElse(null);
    }

    private static boolean may(Actor by, String register) {
        return by.scope(Role.LEGAL, Role.ADMIN).includes(register);
    }
}
