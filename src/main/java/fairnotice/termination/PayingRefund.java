package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recording that an approved refund was paid, by another person than the one on whose word it is paid. */
@Service
public class PayingRefund {

    private final Terminations terminations;
    private final Registers registers;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    PayingRefund(Terminations terminations, Registers registers, StaffDirectory staff, Ledger ledger, Clock clock) {
        this.terminations = terminations;
        this.registers = registers;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param payouts one for each currency of {@link Termination#due}, of the whole amount due in it */
    @Transactional
    public Termination paid(String reference, List<Payout> payouts, Actor actor) {
        Termination termination = terminations.lock(reference);
        Instant now = clock.instant();
        Termination paid = termination.paid(payouts, actor.id(), now);
        TerminationRules.mayPay(termination, actor, staff.colleagues());
        LocalDate today = LocalDate.ofInstant(
                now,
                registers
                        .policy(termination.register(), termination.policyVersion())
                        .zone());
        TerminationRules.everyCurrencyIsPaidOnce(termination, payouts, today);
        TerminationRules.everyPaymentPaysOneRefund(
                payouts,
                terminations.savePayments(
                        termination, payouts.stream().map(Payout::key).toList()));
        terminations.save(paid);
        ledger.record(TerminationEntries.of("refund.paid", termination, actor, now)
                .with("due", termination.due())
                .with("payments", payouts));
        return terminations.getByReference(reference);
    }

    /** Why this person may not pay it. */
    public Optional<Phrase> obstacle(Termination termination, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> TerminationRules.mayPay(termination, actor, colleagues));
    }

    /** Whom the payment waits for, when nobody who is there now may make it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(Termination termination) {
        return TerminationRules.APPROVED_AND_PAID.vacancy(
                TerminationRules.released(termination.approval()), termination.register(), staff.colleagues());
    }
}
