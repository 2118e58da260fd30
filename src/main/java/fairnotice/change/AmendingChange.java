package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.mailserver.MailReadiness;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing a running change: a new round, reviewed and announced anew. */
@Service
public class AmendingChange {

    private final ProposingChange proposing;
    private final Registers registers;
    private final VendorChanges changes;
    private final ChangeProcess process;
    private final MailReadiness mail;
    private final Ledger ledger;
    private final Clock clock;

    AmendingChange(
            ProposingChange proposing,
            Registers registers,
            VendorChanges changes,
            ChangeProcess process,
            MailReadiness mail,
            Ledger ledger,
            Clock clock) {
        this.proposing = proposing;
        this.registers = registers;
        this.changes = changes;
        this.process = process;
        this.mail = mail;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param proposal the whole proposal as it is to be now, its reason saying what was amended
     * @return the change in review, in its next round
     * @throws Refused when the change has ended or is in use already, would not be changed, or was announced and no mail can be sent
     */
    @Transactional
    public VendorChange amend(String reference, Proposal proposal, String reason, Actor actor) {
        VendorChange change = changes.lock(reference);
        StaffRules.mayAmend(change, actor);
        new TextRules()
                .paragraph("reason", "refused.name.amendment-reason", reason)
                .orRefuse();
        if (change.isPublished()) {
            throw Refused.conflict("refused.change.in-use", reference);
        }
        if (!change.state().isBeforeAnnouncement()) {
            mail.mustWork();
        }
        Instant now = clock.instant();
        Proposal whole = proposing.completed(registers.getById(change.register()), proposal);
        VendorChange amended = change.amended(whole, actor.id(), now);
        if (whole.changesNothingIn(change.proposal())) {
            throw Refused.conflict("refused.amendment.changes-nothing");
        }
        changes.save(amended);
        ledger.record(ChangeEntries.revision("change.amended", amended, change.proposal(), actor, now)
                .with("why", reason));
        process.amended(reference, amended.round().number());
        return changes.getByReference(reference);
    }
}
