package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Records which fields of which customers somebody changed, and keeps what open cases rest on as it was. */
@Service
class RecordingCustomerChanges {

    /** How many names an entry holds. */
    private static final int MOST = 200;

    private final Customers customers;
    private final UnconfirmedChanges unconfirmed;
    private final OpenCases cases;
    private final Ledger ledger;

    RecordingCustomerChanges(Customers customers, UnconfirmedChanges unconfirmed, OpenCases cases, Ledger ledger) {
        this.customers = customers;
        this.unconfirmed = unconfirmed;
        this.cases = cases;
        this.ledger = ledger;
    }

    /** @param before the customers as they were; in the transaction of the change, with its register's lock */
    void record(Collection<Customer> before, Actor by, Instant now) {
        if (before.isEmpty()) {
            return;
        }
        Map<Long, Customer> after =
                customers.byIds(before.stream().map(Customer::id).toList());
        List<Customer> changed = before.stream()
                .filter(customer ->
                        customer.revision() != after.get(customer.id()).revision())
                .toList();
        Set<Long> inCase = changed.isEmpty()
                ? Set.of()
                : cases.among(changed.stream().map(Customer::id).collect(Collectors.toSet()));
        changed.forEach(
                customer -> record(customer, after.get(customer.id()), inCase.contains(customer.id()), by, now));
    }

    private void record(Customer before, Customer after, boolean inCase, Actor by, Instant now) {
        List<String> fields = CustomerFields.changed(before, after);
        if (fields.isEmpty()) {
            return;
        }
        boolean counts = fields.stream().anyMatch(CustomerFields::isOfCases);
        boolean waits = counts && keep(before, after, inCase, fields, by, now);
        ledger.record(Entry.of("customers.changed", subject(before.id()), by.id(), now)
                .with("register", before.register())
                .with("revision", after.revision())
                .with("fields", fields.stream().limit(MOST).toList())
                .with("moreFields", Math.max(0, fields.size() - MOST))
                .with("unconfirmed", waits));
    }

    static String subject(long customer) {
        return "customer:" + customer;
    }

    /** @return whether it waits for another administrator */
    private boolean keep(Customer before, Customer after, boolean inCase, List<String> fields, Actor by, Instant now) {
        Optional<UnconfirmedChange> earlier = unconfirmed.of(before.id());
        if (earlier.isPresent() && isAsBefore(earlier.get(), after)) {
            unconfirmed.remove(before.id());
            return false;
        }
        if (earlier.isEmpty() && !inCase) {
            return false;
        }
        unconfirmed.keep(earlier.map(known -> known.and(fields, by.id(), now))
                .orElseGet(() -> UnconfirmedChange.of(before, fields, by.id(), now)));
        return true;
    }

    /** Everything that cases rest on was changed back. */
    private static boolean isAsBefore(UnconfirmedChange change, Customer after) {
        return CustomerFields.changed(change.before(after, List.of()), after).stream()
                .noneMatch(CustomerFields::isOfCases);
    }
}
