package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.customer.CustomerFields.Difference;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Records who was added and which fields of which customers somebody changed, before and after, and keeps as it was what open cases rest on, and whose
 * contacts may open one. */
@Service
class RecordingCustomerChanges {

    private final Customers customers;
    private final UnconfirmedChanges unconfirmed;
    private final OpenCases cases;
    private final RunningNotices notices;
    private final Ledger ledger;

    RecordingCustomerChanges(
            Customers customers,
            UnconfirmedChanges unconfirmed,
            OpenCases cases,
            RunningNotices notices,
            Ledger ledger) {
        this.customers = customers;
        this.unconfirmed = unconfirmed;
        this.cases = cases;
        this.notices = notices;
        this.ledger = ledger;
    }

    /** @param before customers as they were; in the transaction of the change, with its register's lock */
    void record(Collection<Customer> before, Actor by, Instant now) {
        record(
                before,
                customers.byIds(before.stream().map(Customer::id).toList()).values(),
                by,
                now);
    }

    /** @param after the same customers as they are, and those that were added */
    void record(Collection<Customer> before, Collection<Customer> after, Actor by, Instant now) {
        Map<Long, Customer> known = before.stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        List<Customer> changed = after.stream()
                .filter(customer -> known.containsKey(customer.id()))
                .filter(customer -> known.get(customer.id()).revision() != customer.revision())
                .toList();
        Set<Long> ids = changed.stream().map(Customer::id).collect(Collectors.toSet());
        Set<Long> inCase = ids.isEmpty() ? Set.of() : cases.among(ids);
        Set<Long> inNotice = ids.isEmpty() ? Set.of() : notices.among(ids, now);
        Map<Long, UnconfirmedChange> waiting = ids.isEmpty() ? Map.of() : unconfirmed.of(ids);
        Stream<Entry> added = after.stream()
                .filter(customer -> !known.containsKey(customer.id()))
                .map(customer -> Entry.of("customers.added", subject(customer.id()), by.id(), now)
                        .with("register", customer.register())
                        .with("revision", customer.revision())
                        .changed("customer", null, CustomerFields.person(customer))
                        .changed("contract", null, CustomerFields.contract(customer)));
        ledger.record(Stream.concat(
                        added,
                        changed.stream()
                                .flatMap(customer -> changed(
                                        known.get(customer.id()),
                                        customer,
                                        Optional.ofNullable(waiting.get(customer.id())),
                                        field -> inCase.contains(customer.id()) && CustomerFields.isOfCases(field)
                                                || inNotice.contains(customer.id())
                                                        && CustomerFields.isOfContacts(field),
                                        by,
                                        now)))
                .toList());
    }

    /**
     * @param earlier what waits already
     * @param waiting whether a field of this customer waits for another administrator, since cases rest on it
     */
    private Stream<Entry> changed(
            Customer before,
            Customer after,
            Optional<UnconfirmedChange> earlier,
            Predicate<String> waiting,
            Actor by,
            Instant now) {
        List<Difference> differences = CustomerFields.differences(before, after);
        if (differences.isEmpty()) {
            return Stream.empty();
        }
        List<String> fields = differences.stream().map(Difference::field).toList();
        boolean waits = keep(before, after, earlier, waiting, fields, by, now);
        Entry entry = Entry.of("customers.changed", subject(before.id()), by.id(), now)
                .with("register", before.register())
                .with("revision", after.revision())
                .with("unconfirmed", waits);
        for (Difference difference : differences) {
            entry = entry.changed(difference.field(), difference.before(), difference.after());
        }
        return Stream.of(entry);
    }

    static String subject(long customer) {
        return "customer:" + customer;
    }

    /** @return whether it waits for another administrator */
    private boolean keep(
            Customer before,
            Customer after,
            Optional<UnconfirmedChange> earlier,
            Predicate<String> waiting,
            List<String> fields,
            Actor by,
            Instant now) {
        UnconfirmedChange change = earlier.orElseGet(() -> UnconfirmedChange.of(before, now));
        if (fields.stream().anyMatch(waiting)) {
            change = change.keepingForCases(before);
        }
        if (Entitlement.of(before).mayBeLessIn(Entitlement.of(after))) {
            change = change.keepingForNotices(before);
        }
        if (ordersWaitWithIt(change, earlier, fields, by)) {
            change = change.keepingOrders(before);
        }
        UnconfirmedChange left = change.without(isAsBefore(change, after), isNoLess(change, after));
        if (!left.isOfCases() && !left.isOfNotices()) {
            earlier.ifPresent(known -> unconfirmed.remove(before.id()));
            return false;
        }
        List<String> held = fields.stream().filter(left::holds).toList();
        if (!held.isEmpty()) {
            unconfirmed.keep(left.and(held, by.id(), now));
        }
        return !held.isEmpty();
    }

    /**
     * What waits of an order counts for no case, whenever that is opened: what notices depend on, and whatever else a person whose change waits
     * changes of orders. What others change of payments besides counts at once, as it would if nothing waited.
     */
    private static boolean ordersWaitWithIt(
            UnconfirmedChange change, Optional<UnconfirmedChange> earlier, List<String> fields, Actor by) {
        boolean byOneOfThem =
                earlier.map(known -> known.changedBy().contains(by.id())).orElse(true);
        return change.isOfNotices()
                && fields.stream()
                        .filter(CustomerFields::isOfOrders)
                        .anyMatch(field -> byOneOfThem || CustomerFields.isOfNotices(field));
    }

    /** Everything that cases rest on was changed back. */
    private static boolean isAsBefore(UnconfirmedChange change, Customer after) {
        return change.isOfCases()
                && CustomerFields.differences(change.before(after, List.of()), after).stream()
                        .map(Difference::field)
                        .noneMatch(CustomerFields::isOfCases);
    }

    private static boolean isNoLess(UnconfirmedChange change, Customer after) {
        return change.isOfNotices() && !change.entitlement().mayBeLessIn(Entitlement.of(after));
    }
}
