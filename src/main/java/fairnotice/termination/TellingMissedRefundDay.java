package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a customer, once and on the day after, that finance has let the last day pass to approve its refund, or to pay it. */
@Service
public class TellingMissedRefundDay {

    private final Terminations terminations;
    private final RefundDates dates;
    private final RefundDays days;
    private final Customers customers;
    private final Registers registers;
    private final TerminationMail mail;
    private final Ledger ledger;
    private final Clock clock;

    TellingMissedRefundDay(
            Terminations terminations,
            RefundDates dates,
            RefundDays days,
            Customers customers,
            Registers registers,
            TerminationMail mail,
            Ledger ledger,
            Clock clock) {
        this.terminations = terminations;
        this.dates = dates;
        this.days = days;
        this.customers = customers;
        this.registers = registers;
        this.mail = mail;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps by when finance is to act at the stage that the termination has reached. */
    @Transactional
    public void plan(String reference) {
        RefundStage.of(terminations.lock(reference).state()).ifPresent(stage -> {
            RefundDates.Due due = dates.due(reference);
            days.plan(reference, stage, stage == RefundStage.APPROVAL ? due.approvalDue() : due.paymentDue());
        });
    }

    /** Nothing is told of what finance has done meanwhile. */
    @Transactional
    public void tell(String reference) {
        Termination termination = terminations.lock(reference);
        Instant now = clock.instant();
        RefundStage.of(termination.state()).ifPresent(stage -> {
            Optional<Instant> missed = days.missed(reference, stage, now);
            if (missed.isPresent()) {
                customers
                        .writtenToInCases(termination.customer())
                        .ifPresent(customer -> write(termination, stage, customer, missed.get(), now));
                days.told(reference, stage, now);
            }
        });
    }

    private void write(Termination termination, RefundStage stage, Customer customer, Instant missed, Instant now) {
        Register register = registers.getById(termination.register());
        ZoneId zone = registers
                .policy(termination.register(), termination.policyVersion())
                .zone();
        Deadline last = Deadline.endingAt(missed, zone);
        TerminationMail.Occasion occasion =
                TerminationMail.Occasion.of(stage, !termination.worksheet().isRefundDue());
        long mailing = mail.send(
                occasion,
                termination,
                () -> RefundStatement.of(termination, register.name(), customer.name(), now),
                register,
                customer,
                () -> Map.of(
                        "stage",
                        occasion.stage(),
                        "missed",
                        RefundMessages.day(last.lastDay()),
                        "missedZone",
                        zone.getId()),
                UnaryOperator.identity());
        ledger.record(TerminationEntries.of("termination.missed-day-told", termination, Actor.SYSTEM, now)
                .with("until", last.lastDay())
                .with("mailing", mailing));
    }
}
