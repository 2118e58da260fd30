package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.calendar.Days;
import fairnotice.customer.ImportRefused.Problem;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over customers, contacts, orders and terms from the publisher's own books: all of an import or nothing. */
@Service
public class ImportingCustomers {

    private static final int PAGE = 1_000;

    private final ImportedCustomers customers;
    private final Customers known;
    private final EndedLines endedLines;
    private final InvoiceHolders invoices;
    private final PromisedTerms promises;
    private final RecordingCustomerChanges recording;
    private final Ledger ledger;
    private final Clock clock;

    ImportingCustomers(
            ImportedCustomers customers,
            Customers known,
            EndedLines endedLines,
            InvoiceHolders invoices,
            PromisedTerms promises,
            RecordingCustomerChanges recording,
            Ledger ledger,
            Clock clock) {
        this.customers = customers;
        this.known = known;
        this.endedLines = endedLines;
        this.invoices = invoices;
        this.promises = promises;
        this.recording = recording;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Adds or changes customers of a register by their external id. The same import twice changes nothing the second time. What a termination
     * ended stays ended, also when an import leaves the order out and states it again, or states a later last day: the termination binds both
     * sides, its refund rests on it, and books that have not heard of it yet must not undo it. An order renewed after it is another contract
     * with an order number of its own; one that begins after its number was ended is refused, since its customer would be told of nothing.
     *
     * What is changed of a customer with an open case waits for another administrator, as far as that case rests on it.
     *
     * @throws ImportRefused naming every row and field that is wrong
     * @throws fairnotice.refusal.Refused when the actor is no administrator of that register
     */
    @Transactional
    public Imported importInto(String register, List<ImportedCustomer> stated, Actor by) {
        CustomerRules.mayWrite(by, register);
        Instant now = clock.instant();
        refuse(ImportRules.problemsOf(stated, Days.latestAt(now)));
        customers.lock(register);
        refuse(ImportRules.renewalsIn(stated, endedLines.of(register, ids(stated))));
        refuse(ImportRules.invoicesOfOthers(stated, holders(register, stated)));
        int added = 0;
        for (int from = 0; from < stated.size(); from += PAGE) {
            added += put(register, stated.subList(from, Math.min(from + PAGE, stated.size())), from, by, now);
        }
        ledger.record(Entry.of("customers.imported", register, by.id(), now)
                .with("stated", stated.size())
                .with("added", added));
        return new Imported(stated.size(), added);
    }

    /** In a query for each page. */
    private List<InvoiceHolders.Holder> holders(String register, List<ImportedCustomer> stated) {
        List<InvoiceHolders.Holder> holders = new ArrayList<>();
        for (int from = 0; from < stated.size(); from += PAGE) {
            holders.addAll(invoices.of(
                    register,
                    stated.subList(from, Math.min(from + PAGE, stated.size())).stream()
                            .flatMap(customer -> customer.orders().stream())
                            .flatMap(order -> order.invoices().stream())
                            .collect(Collectors.toSet())));
        }
        return holders;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ImportRefused(problems);
        }
    }

    private static List<String> ids(List<ImportedCustomer> stated) {
        return stated.stream().map(ImportedCustomer::id).toList();
    }

    /** @param first how many were put before these */
    private int put(String register, List<ImportedCustomer> page, int first, Actor by, Instant now) {
        List<Customer> before = known.findByExternalIds(register, ids(page));
        refuse(termsWithoutClause(register, page, first, before, now));
        int added = customers.put(register, page, now, promises.language(register));
        recording.record(before, known.findByExternalIds(register, ids(page)), by, now);
        return added;
    }

    private List<Problem> termsWithoutClause(
            String register, List<ImportedCustomer> page, int first, List<Customer> before, Instant now) {
        Map<String, Terms> known = before.stream().collect(Collectors.toMap(Customer::externalId, Customer::terms));
        return page.stream().anyMatch(each -> ImportRules.mayNeedClause(each, known))
                ? ImportRules.termsWithoutClause(page, first, known, promises.of(register, now))
                : List.of();
    }

    /** What an import would be refused for, row by row. @param stated null for rows that could not be read; nothing is said of those */
    public List<Problem> problemsOfWhatFits(List<ImportedCustomer> stated) {
        return ImportRules.problemsOf(stated, Days.latestAt(clock.instant())).stream()
                .filter(problem -> stated.get(problem.row() - 1) != null)
                .toList();
    }

    /** @param added how many of the stated customers were new */
    public record Imported(int stated, int added) {}
}
