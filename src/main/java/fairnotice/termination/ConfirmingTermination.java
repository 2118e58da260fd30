package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.mail.Attachment;
import fairnotice.refusal.Language;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirming to the customer what has ended and what was refunded, by a statement to all its contacts. Done again, it changes nothing. */
@Service
public class ConfirmingTermination {

    private final Terminations terminations;
    private final Customers customers;
    private final Registers registers;
    private final StatementPrinter printer;
    private final TerminationMail mail;
    private final Ledger ledger;
    private final Clock clock;

    ConfirmingTermination(
            Terminations terminations,
            Customers customers,
            Registers registers,
            StatementPrinter printer,
            TerminationMail mail,
            Ledger ledger,
            Clock clock) {
        this.terminations = terminations;
        this.customers = customers;
        this.registers = registers;
        this.printer = printer;
        this.mail = mail;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Termination confirm(String reference) {
        Termination termination = terminations.lock(reference);
        if (termination.state() == TerminationState.CONFIRMED) {
            return termination;
        }
        Instant now = clock.instant();
        Termination confirmed = termination.confirmed(now);
        Register register = registers.getById(termination.register());
        Customer customer = customers.writtenToInCases(termination.customer()).orElseThrow();
        RefundStatement statement =
                Language.EN.speak(() -> RefundStatement.of(termination, register.name(), customer.name(), now));
        byte[] pdf = language(termination, customer)
                .speak(() -> printer.print(
                        RefundStatement.of(termination, register.name(), customer.name(), now),
                        DataAfterEnd.of(termination, customer.orders(), register, registers, now)));
        terminations.saveStatement(reference, pdf, now);
        long mailing = mail.send(
                TerminationMail.Occasion.STATEMENT,
                termination,
                () -> RefundStatement.of(termination, register.name(), customer.name(), now),
                register,
                customer,
                () -> Map.of(
                        "lowered",
                        termination.isApprovedLower(),
                        "none",
                        termination.isDisputable() && !termination.isApprovedLower()),
                letter -> letter.enclosing(new Attachment(statement.reference() + ".pdf", "application/pdf", pdf)));
        terminations.save(confirmed);
        ledger.record(TerminationEntries.of("termination.confirmed", termination, Actor.SYSTEM, now)
                .with("mailing", mailing)
                .with("statement", statement));
        return terminations.getByReference(reference);
    }

    /** That of the contact who chose to terminate. */
    private static Language language(Termination termination, Customer customer) {
        return customer.contacts().stream()
                .filter(contact -> contact.id() == termination.electedBy())
                .findFirst()
                .map(Contact::language)
                .orElse(Language.EN);
    }
}
