package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.TextRules;
import fairnotice.register.ChangeKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving a change up, at any step. What is in use already is not undone by that: its removal is proposed. */
@Service
public class WithdrawingChange {

    private final ProposingChange proposing;
    private final VendorChanges changes;
    private final ChangeProcess process;
    private final Ledger ledger;
    private final Clock clock;

    WithdrawingChange(
            ProposingChange proposing, VendorChanges changes, ChangeProcess process, Ledger ledger, Clock clock) {
        this.proposing = proposing;
        this.changes = changes;
        this.process = process;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why the change cannot be withdrawn any more. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(VendorChange change) {
        return change.obstacleToWithdrawal();
    }

    /** @throws fairnotice.refusal.Refused when the change has ended, with how it ended */
    @Transactional
    public void withdraw(String reference, String reason, Actor actor) {
        VendorChange change = changes.lock(reference);
        StaffRules.mayWithdraw(change, actor);
        new TextRules()
                .paragraph("reason", "refused.name.withdrawal-reason", reason)
                .orRefuse();
        Instant now = clock.instant();
        changes.save(change.withdrawn(now));
        ledger.record(ChangeEntries.of("change.withdrawn", change, actor, now).with("reason", reason));
        process.withdrawn(reference);
        if (proposesRemoval(change)) {
            proposing.propose(change.register(), removalOf(change, reason), actor);
        }
    }

    /** Whether withdrawing the change proposes to remove what it brought, since that is in use. */
    public boolean proposesRemoval(VendorChange change) {
        return change.isPublished() && change.proposal().kind() != ChangeKind.REMOVE;
    }

    private static Proposal removalOf(VendorChange change, String reason) {
        return new Proposal(
                ChangeKind.REMOVE,
                null,
                true,
                true,
                change.proposal().securityCritical(),
                null,
                Phrase.of("said.removal.reason", change.reference(), reason).english(),
                change.proposal().subprocessor());
    }
}
