package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of open cases when their change is given up or announced anew. */
@Service
public class EndingObjections {

    private final Objections objections;
    private final ObjectionContexts contexts;
    private final ConfirmingSteps confirming;
    private final Ledger ledger;
    private final Clock clock;

    EndingObjections(
            Objections objections, ObjectionContexts contexts, ConfirmingSteps confirming, Ledger ledger, Clock clock) {
        this.objections = objections;
        this.contexts = contexts;
        this.confirming = confirming;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The change was given up: the case has no object any more. A termination that was elected goes on. */
    @Transactional
    public void moot(String reference) {
        Objection objection = objections.lock(reference);
        if (objection.isSettled() || objection.state() == ObjectionState.TERMINATING) {
            return;
        }
        Instant now = clock.instant();
        objections.save(objection.moot(now));
        ledger.record(ObjectionEntries.of("objection.moot", objection, Actor.SYSTEM.id(), now)
                .with("change", objection.change()));
    }

    /** The change was amended and announced anew: the case lives on, and its customer is asked whether it stands. */
    @Transactional
    public void askWhetherItStands(String reference) {
        Objection objection = objections.lock(reference);
        int round = contexts.of(objection).change().round().number();
        if (objection.isSettled() || objection.round() >= round) {
            return;
        }
        Objection asked = objection.inRound(round);
        objections.save(asked);
        if (asked.state() == ObjectionState.TERMINATING) {
            return;
        }
        confirming.asked(asked);
        ledger.record(
                ObjectionEntries.of("objection.asked-whether-it-stands", asked, Actor.SYSTEM.id(), clock.instant()));
    }
}
