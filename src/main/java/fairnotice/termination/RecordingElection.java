package fairnotice.termination;

import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.EndedLine;
import fairnotice.customer.EndedLines;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recording that a customer chose to end orders, with the refund as it was worked out at that time, and confirming it to the customer. */
@Service
public class RecordingElection {

    private final CalculatingRefund calculating;
    private final Customers customers;
    private final Terminations terminations;
    private final RefundsOfNothing ofNothing;
    private final EndedLines endedLines;
    private final ConfirmingElection confirming;
    private final Ledger ledger;

    RecordingElection(
            CalculatingRefund calculating,
            Customers customers,
            Terminations terminations,
            RefundsOfNothing ofNothing,
            EndedLines endedLines,
            ConfirmingElection confirming,
            Ledger ledger) {
        this.calculating = calculating;
        this.customers = customers;
        this.terminations = terminations;
        this.ofNothing = ofNothing;
        this.endedLines = endedLines;
        this.confirming = confirming;
        this.ledger = ledger;
    }

    /**
     * The same choice for the same objection, made again, finds the first. What it ends is bound by its last day from now on: the choice binds,
     * nothing takes it back, and the refund decides no more than what is paid.
     *
     * @param confirmed the contact of the customer, by its id, that has confirmed exactly what is worked out; refuses where none has
     * @param at legal time of the choice; the caller has checked that it may still be made
     * @throws Refused naming every election that is wrong, or when the objection led to another termination already
     */
    @Transactional
    public Termination record(
            String objection,
            String change,
            String register,
            int policyVersion,
            long customer,
            List<Election> elections,
            ToLongFunction<Worksheet> confirmed,
            Instant at) {
        terminations.lockObjection(objection);
        Optional<Termination> earlier = terminations.of(objection);
        if (earlier.isPresent()) {
            return same(earlier.get(), elections);
        }
        terminations.lockRefunds(register);
        Worksheet worksheet = calculating.preview(customer, register, policyVersion, elections, at);
        long contact = confirmed.applyAsLong(worksheet);
        mustBeContact(customer, contact);
        String reference = terminations.nextReference(worksheet.electedOn().getYear());
        Termination chosen = Termination.elect(reference, objection, change, contact, at, worksheet);
        Termination termination = ofNothing.areForFinance(chosen) ? chosen.forFinance() : chosen;
        terminations.add(termination);
        endedLines.add(customer, ends(customers.inCases(customer).orElseThrow(), termination));
        confirming.confirm(termination, customers.writtenToInCases(customer).orElseThrow(), at);
        ledger.record(TerminationEntries.elected(termination, at));
        return termination;
    }

    private static Termination same(Termination earlier, List<Election> elections) {
        if (!earlier.worksheet().elections().equals(elections)) {
            throw Refused.conflict(
                    "refused.termination.chosen-already",
                    earlier.reference(),
                    earlier.state().words());
        }
        return earlier;
    }

    private void mustBeContact(long customer, long contact) {
        boolean own = customers.inCases(customer).stream()
                .flatMap(found -> found.contacts().stream())
                .anyMatch(each -> each.id() == contact);
        if (!own) {
            throw Refused.notAllowed("refused.termination.only-contact");
        }
    }

    private static List<EndedLine> ends(Customer of, Termination termination) {
        return termination.worksheet().elections().stream()
                .flatMap(election -> of.orders().stream()
                        .filter(order -> order.externalId().equals(election.order()))
                        .flatMap(order -> election.ends(order, termination.reference()).stream()))
                .toList();
    }
}
