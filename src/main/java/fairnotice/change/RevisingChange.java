package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mending a proposal that was returned; for its proposer. */
@Service
public class RevisingChange {

    private final ProposingChange proposing;
    private final Registers registers;
    private final VendorChanges changes;
    private final Ledger ledger;
    private final Clock clock;

    RevisingChange(ProposingChange proposing, Registers registers, VendorChanges changes, Ledger ledger, Clock clock) {
        this.proposing = proposing;
        this.registers = registers;
        this.changes = changes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param better the whole proposal anew; null hands the old one in again */
    @Transactional
    public void revise(String reference, Proposal better, Actor actor) {
        VendorChange change = changes.hold(reference);
        if (!change.round().proposedBy().equals(actor.id())) {
            throw Refused.notAllowed("A returned change is revised by "
                    + change.round().proposedBy() + ", who proposed it; amend it to take it over.");
        }
        Proposal whole =
                proposing.completed(registers.named(change.register()), better == null ? change.proposal() : better);
        VendorChange revised = change.revised(whole);
        changes.keep(revised);
        Instant now = clock.instant();
        ledger.record(ChangeEntries.proposal("change.revised", revised, actor, now));
    }
}
