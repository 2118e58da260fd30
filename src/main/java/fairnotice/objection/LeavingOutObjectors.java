package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Part of deciding go-live: the change goes live without those who object. They stay uncleared, and their cases go on. */
@Service
public class LeavingOutObjectors {

    private final VendorChanges changes;
    private final Objections objections;
    private final Ledger ledger;
    private final Clock clock;

    LeavingOutObjectors(VendorChanges changes, Objections objections, Ledger ledger, Clock clock) {
        this.changes = changes;
        this.objections = objections;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why the change cannot go live without those who object, and what can be done instead. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(VendorChange change) {
        if (!objections.anyInTheWay(change.reference(), clock.instant())) {
            return Optional.empty();
        }
        if (objections.counts(change.reference()).unmatched() > 0) {
            return Optional.of(Phrase.of("refused.go-live.unmatched"));
        }
        return change.proposal().subprocessor().excludable()
                ? Optional.empty()
                : Optional.of(Phrase.of("refused.go-live.objectors"));
    }

    /**
     * Joins the transaction of the decision.
     *
     * @throws Refused while one is to be matched, or when the entry does not say that a customer can be left out
     */
    @Transactional
    public void leaveOut(String reference, Actor actor) {
        VendorChange change = changes.lock(reference);
        Instant now = clock.instant();
        if (!objections.anyInTheWay(reference, now)) {
            return;
        }
        obstacle(change).ifPresent(phrase -> {
            throw Refused.conflict(phrase);
        });
        int leftOut = objections.leaveOut(reference, now);
        ledger.record(Entry.of("change.objectors-left-out", reference, actor.id(), now)
                .with("round", change.round().number())
                .with("leftOut", leftOut));
    }
}
