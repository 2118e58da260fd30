package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

    /** Why this person may not revise it. */
    public Optional<Phrase> obstacle(VendorChange change, Actor actor) {
        return Refused.reason(() -> StaffRules.mayRevise(change, actor));
    }

    /** @param better the whole proposal anew */
    @Transactional
    public void revise(String reference, Proposal better, Actor actor) {
        VendorChange change = changes.lock(reference);
        StaffRules.mayRevise(change, actor);
        Proposal whole =
                proposing.completed(registers.getById(change.register()), better == null ? change.proposal() : better);
        VendorChange revised = change.revised(whole);
        if (whole.repeats(change.proposal())) {
            throw Refused.conflict("refused.revision.unchanged");
        }
        changes.save(revised);
        Instant now = clock.instant();
        ledger.record(ChangeEntries.revision("change.revised", revised, change.proposal(), actor, now));
    }
}
