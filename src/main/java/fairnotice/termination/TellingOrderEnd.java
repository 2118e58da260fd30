package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telling a customer, once, that the last of the orders it terminated has ended, and that what becomes of its data is its choice. */
@Service
public class TellingOrderEnd {

    private final Terminations terminations;
    private final OrderEnds ends;
    private final Customers customers;
    private final Registers registers;
    private final TerminationMail mail;
    private final Ledger ledger;
    private final Clock clock;

    TellingOrderEnd(
            Terminations terminations,
            OrderEnds ends,
            Customers customers,
            Registers registers,
            TerminationMail mail,
            Ledger ledger,
            Clock clock) {
        this.terminations = terminations;
        this.ends = ends;
        this.customers = customers;
        this.registers = registers;
        this.mail = mail;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Before that end, and once it was told, nothing is done. */
    @Transactional
    public void tell(String reference) {
        Termination termination = terminations.lock(reference);
        Instant now = clock.instant();
        if (!ends.isDue(reference, now)) {
            return;
        }
        customers.writtenToInCases(termination.customer()).ifPresent(customer -> write(termination, customer, now));
        ends.told(reference, now);
    }

    private void write(Termination termination, Customer customer, Instant now) {
        Register register = registers.getById(termination.register());
        long mailing = mail.send(
                TerminationMail.Occasion.ENDED,
                termination,
                () -> RefundStatement.of(termination, register.name(), customer.name(), now),
                register,
                customer,
                Map::of,
                UnaryOperator.identity());
        ledger.record(TerminationEntries.of("termination.end-told", termination, Actor.SYSTEM, now)
                .with("mailing", mailing));
    }
}
