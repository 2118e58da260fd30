package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recording that an approved refund was paid, by another person than those who approved it. */
@Service
public class PayingRefund {

    private final Terminations terminations;
    private final Registers registers;
    private final Ledger ledger;
    private final Clock clock;

    PayingRefund(Terminations terminations, Registers registers, Ledger ledger, Clock clock) {
        this.terminations = terminations;
        this.registers = registers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param payouts one for each currency of {@link Termination#due}, of the whole amount due in it */
    @Transactional
    public Termination paid(String reference, List<Payout> payouts, Actor actor) {
        Termination termination = terminations.hold(reference);
        Instant now = clock.instant();
        Termination paid = termination.paid(payouts, actor.id(), now);
        TerminationRules.onlyFinance(actor);
        TerminationRules.payerIsNoApprover(termination, actor);
        LocalDate today = LocalDate.ofInstant(
                now,
                registers
                        .policy(termination.register(), termination.policyVersion())
                        .zone());
        TerminationRules.everyCurrencyIsPaidOnce(termination, payouts, today);
        terminations.keep(paid);
        ledger.record(TerminationEntries.of("refund.paid", termination, actor, now)
                .with("due", termination.due())
                .with("payments", payouts));
        return terminations.named(reference);
    }
}
