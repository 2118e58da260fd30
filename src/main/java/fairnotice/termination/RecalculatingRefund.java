package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calculating a refund again on what is confirmed of its customer by now, where what it rested on was wrong and was put right since. The choice, its day and the
 * promise stay. It gives more: less takes a reason and a second person, as any alteration does.
 */
@Service
public class RecalculatingRefund {

    private final Terminations terminations;
    private final CalculatingRefund calculating;
    private final Ledger ledger;
    private final Clock clock;

    RecalculatingRefund(Terminations terminations, CalculatingRefund calculating, Ledger ledger, Clock clock) {
        this.terminations = terminations;
        this.calculating = calculating;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return the termination, still to be approved
     * @throws fairnotice.refusal.Refused when it is approved already, or the refund would be the same or less in some currency
     */
    @Transactional
    public Termination recalculate(String reference, Actor actor) {
        Termination termination = terminations.lock(reference);
        TerminationRules.onlyFinance(termination, actor);
        terminations.lockRefunds(termination.register());
        Termination after = termination.recalculated(calculating.again(termination));
        terminations.save(after);
        ledger.record(TerminationEntries.refunds(
                        TerminationEntries.of("refund.recalculated", after, actor, clock.instant()), termination, after)
                .with("worksheet", after.worksheet()));
        return terminations.getByReference(reference);
    }
}
