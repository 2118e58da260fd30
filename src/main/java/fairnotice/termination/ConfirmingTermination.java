package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.mail.Enclosure;
import fairnotice.mail.Kind;
import fairnotice.mail.Letter;
import fairnotice.mail.Letters;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
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
    private final Objections objections;
    private final Customers customers;
    private final Registers registers;
    private final StatementPrinter printer;
    private final Letters letters;
    private final Mailings mailings;
    private final Ledger ledger;
    private final Clock clock;

    ConfirmingTermination(
            Terminations terminations,
            Objections objections,
            Customers customers,
            Registers registers,
            StatementPrinter printer,
            Letters letters,
            Mailings mailings,
            Ledger ledger,
            Clock clock) {
        this.terminations = terminations;
        this.objections = objections;
        this.customers = customers;
        this.registers = registers;
        this.printer = printer;
        this.letters = letters;
        this.mailings = mailings;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Termination confirm(String reference) {
        Termination termination = terminations.hold(reference);
        if (termination.state() == TerminationState.CONFIRMED) {
            return termination;
        }
        Instant now = clock.instant();
        Termination confirmed = termination.confirmed(now);
        Register register = registers.named(termination.register());
        Customer customer = customers.find(termination.customer()).orElseThrow();
        Statement statement = Statement.of(termination, register.name(), customer.name(), now);
        byte[] pdf = printer.print(statement);
        terminations.keepStatement(reference, pdf, now);
        long mailing = send(statement, pdf, register, customer, objections.named(termination.objection()));
        terminations.keep(confirmed);
        ledger.record(TerminationEntries.of("termination.confirmed", termination, Actor.SYSTEM, now)
                .with("mailing", mailing)
                .with("statement", statement));
        return terminations.named(reference);
    }

    private long send(Statement statement, byte[] pdf, Register register, Customer customer, Objection objection) {
        String why = "you are a contact of " + customer.name() + ", which chose to end what this message names under "
                + statement.clause() + ".";
        Letter letter = letters.compose(
                "refund-statement",
                Map.of(
                        "publisher",
                        register.name(),
                        "why",
                        why,
                        "reference",
                        statement.reference(),
                        "statement",
                        statement));
        return mailings.send(
                new NewMailing(
                                "termination/" + statement.reference() + "/statement",
                                Kind.CONTRACTUAL,
                                statement.reference(),
                                register.name(),
                                register.sender(),
                                register.replyTo(),
                                register.id() + ".notices.fairnotice",
                                letter.enclosing(new Enclosure(statement.reference() + ".pdf", "application/pdf", pdf)))
                        .in("objection/" + objection.reference()),
                customer.contacts().stream()
                        .map(contact -> message(objection, customer, contact))
                        .toList());
    }

    private static Outgoing message(Objection objection, Customer customer, Contact contact) {
        return new Outgoing(
                objection.id(),
                contact.id(),
                contact.email(),
                contact.name(),
                Map.of("customer", customer.name()),
                null);
    }
}
