package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Days;
import fairnotice.customer.CustomerFields.Difference;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Records who was added and which fields of which customers somebody changed, before and after, keeps as it was what cases and notices rest on,
 * and tells the contacts before that the contacts were changed. In a bounded number of queries, however many customers there are.
 */
@Service
class RecordingCustomerChanges {

    private final Customers customers;
    private final UnconfirmedChanges unconfirmed;
    private final OpenObjections cases;
    private final RunningNotices notices;
    private final EarlierContacts earlierContacts;
    private final PromisedTerms promises;
    private final Resemblances resemblances;
    private final StaffDirectory staff;
    private final Ledger ledger;

    RecordingCustomerChanges(
            Customers customers,
            UnconfirmedChanges unconfirmed,
            OpenObjections cases,
            RunningNotices notices,
            EarlierContacts earlierContacts,
            PromisedTerms promises,
            Resemblances resemblances,
            StaffDirectory staff,
            Ledger ledger) {
        this.customers = customers;
        this.unconfirmed = unconfirmed;
        this.cases = cases;
        this.notices = notices;
        this.earlierContacts = earlierContacts;
        this.promises = promises;
        this.resemblances = resemblances;
        this.staff = staff;
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
        List<Added> added = added(
                after.stream()
                        .filter(customer -> !known.containsKey(customer.id()))
                        .toList(),
                by,
                now);
        List<Changed> changed = after.stream()
                .filter(customer -> known.containsKey(customer.id()))
                .map(customer -> Changed.of(known.get(customer.id()), customer))
                .filter(each -> !each.differences().isEmpty())
                .toList();
        List<Outcome> outcomes = changed.isEmpty() ? List.of() : outcomes(changed, by, now);
        ledger.record(Stream.concat(
                        added.stream().map(each -> each.entry(by, now)),
                        outcomes.stream().map(each -> each.entry(by, now)))
                .toList());
        unconfirmed.remove(outcomes.stream()
                .filter(Outcome::isUndone)
                .map(each -> each.changed().id())
                .toList());
        unconfirmed.save(Stream.concat(
                        added.stream().flatMap(each -> Stream.ofNullable(each.waiting())),
                        outcomes.stream().flatMap(each -> each.kept().stream()))
                .toList());
        tell(outcomes, now);
    }

    private void tell(List<Outcome> outcomes, Instant now) {
        outcomes.stream()
                .filter(each -> each.changed().fields().stream().anyMatch(CustomerFields::isOfContacts))
                .map(Outcome::told)
                .filter(told -> !told.contacts().isEmpty())
                .collect(Collectors.groupingBy(told -> told.customer().register()))
                .forEach((register, told) -> earlierContacts.tell(register, told, now));
    }

    /**
     * A customer that is new.
     *
     * @param waiting what of it would make its notices less than promised, or its orders, where it may be a customer that is there already; null
     *     for nothing
     * @param alone whether terms count since there is one administrator only
     */
    private record Added(Customer customer, UnconfirmedChange waiting, boolean alone) {

        Entry entry(Actor by, Instant now) {
            Entry entry = Entry.of("customers.added", subject(customer.id()), by.id(), now)
                    .with("register", customer.register())
                    .with("revision", customer.revision())
                    .changed("customer", null, CustomerFields.person(customer))
                    .changed("contract", null, CustomerFields.contract(customer));
            entry = waiting == null ? entry : entry.with("unconfirmed", true);
            List<String> resembles = waiting == null
                    ? List.of()
                    : waiting.resembles().stream().map(Resemblance::externalId).toList();
            entry = resembles.isEmpty() ? entry : entry.with("resembles", String.join(", ", resembles));
            return alone ? entry.with("singleHanded", true) : entry;
        }
    }

    /** In a bounded number of queries; in one where all of them have what everybody is promised and resemble nobody. */
    private List<Added> added(List<Customer> customers, Actor by, Instant now) {
        if (customers.isEmpty()) {
            return List.of();
        }
        String register = customers.get(0).register();
        Map<Long, List<Resemblance>> alike =
                resemblances.of(register, customers.stream().map(Customer::id).toList());
        boolean promisedToAll = customers.stream()
                .allMatch(each ->
                        each.terms().isSameAs(Terms.NONE) && each.shown().isEmpty());
        PromisedTerms.Promise promise = promisedToAll ? terms -> terms : promises.of(register, now);
        Colleagues colleagues = promisedToAll ? null : staff.colleagues();
        return customers.stream()
                .map(each -> added(
                        each,
                        Entitlement.of(each).asPromised(promise),
                        alike.getOrDefault(each.id(), List.of()),
                        colleagues,
                        by,
                        now))
                .toList();
    }

    private static Added added(
            Customer customer,
            Entitlement promised,
            List<Resemblance> alike,
            Colleagues colleagues,
            Actor by,
            Instant now) {
        UnconfirmedChange change = UnconfirmedChange.of(customer, now);
        boolean alone = false;
        if (promised.mayBeLessIn(Entitlement.of(customer), Days.earliestAt(now))) {
            UnconfirmedChange less = change.keepingForNotices(promised).and(List.of(), by.id(), now);
            alone = Refused.reason(() -> CustomerRules.firstTermsCount(by, less, customer.register(), colleagues))
                    .isEmpty();
            change = alone ? change : less;
        }
        if (!alike.isEmpty()) {
            change = change.resembling(customer, alike, by.id());
        }
        if (!change.isOfCases() && !change.isOfNotices()) {
            return new Added(customer, null, alone);
        }
        List<Difference> stated = CustomerFields.differences(change.whole(customer), customer);
        return new Added(customer, change.and(stated, by.id(), now).standing(customer), alone);
    }

    /** What somebody made of a customer. */
    private record Changed(Customer before, Customer after, List<Difference> differences) {

        static Changed of(Customer before, Customer after) {
            return new Changed(
                    before,
                    after,
                    before.revision() == after.revision() ? List.of() : CustomerFields.differences(before, after));
        }

        long id() {
            return before.id();
        }

        List<String> fields() {
            return differences.stream().map(Difference::field).toList();
        }
    }

    /**
     * What became of it.
     *
     * @param earlier what waited already; null for nothing
     * @param left what waits now; null for nothing
     * @param held the changed fields that wait
     * @param alone whether contacts count since there is one administrator only
     */
    private record Outcome(
            Changed changed, UnconfirmedChange earlier, UnconfirmedChange left, List<Difference> held, boolean alone) {

        boolean isUndone() {
            return left == null && earlier != null;
        }

        Optional<UnconfirmedChange> kept() {
            return Optional.ofNullable(left).filter(change -> !change.equals(earlier));
        }

        Entry entry(Actor by, Instant now) {
            Entry entry = Entry.of("customers.changed", subject(changed.id()), by.id(), now)
                    .with("register", changed.before().register())
                    .with("revision", changed.after().revision())
                    .with("unconfirmed", !held.isEmpty());
            if (alone) {
                entry = entry.with("singleHanded", true);
            }
            for (Difference difference : changed.differences()) {
                entry = entry.changed(difference.field(), difference.before(), difference.after());
            }
            return entry;
        }

        EarlierContacts.Told told() {
            Customer before = earlier == null ? changed.before() : earlier.andEarlierContacts(changed.before());
            return new EarlierContacts.Told(changed.after(), before.contacts(), standing());
        }

        private EarlierContacts.Standing standing() {
            if (left != null && left.isOfContacts()) {
                return EarlierContacts.Standing.WAITS;
            }
            return alone ? EarlierContacts.Standing.COUNTS : EarlierContacts.Standing.AS_BEFORE;
        }
    }

    /** In a bounded number of queries. */
    private List<Outcome> outcomes(List<Changed> changed, Actor by, Instant now) {
        Set<Long> ids = changed.stream().map(Changed::id).collect(Collectors.toSet());
        Set<Long> inCase = cases.among(ids);
        Set<Long> inNotice = notices.among(ids, now);
        Map<Long, UnconfirmedChange> waiting = unconfirmed.of(ids);
        Colleagues colleagues = staff.colleagues();
        return changed.stream()
                .map(each -> {
                    boolean openCase = inCase.contains(each.id());
                    boolean running = openCase || inNotice.contains(each.id());
                    return outcome(each, waiting.get(each.id()), openCase, running, colleagues, by, now);
                })
                .toList();
    }

    private static Outcome outcome(
            Changed changed,
            UnconfirmedChange earlier,
            boolean openCase,
            boolean running,
            Colleagues colleagues,
            Actor by,
            Instant now) {
        UnconfirmedChange known = earlier == null ? UnconfirmedChange.of(changed.before(), now) : earlier;
        UnconfirmedChange left = left(known, changed, earlier, openCase, running, by, Days.earliestAt(now));
        boolean alone = left.isOfContacts()
                && changed.fields().stream().anyMatch(CustomerFields::isOfContacts)
                && !running
                && Refused.reason(() -> CustomerRules.contactsCount(
                                by,
                                left.and(List.of(), by.id(), now),
                                changed.before().register(),
                                colleagues))
                        .isEmpty();
        UnconfirmedChange rest = alone ? left.withoutContacts() : left;
        if (!rest.isOfCases() && !rest.isOfNotices()) {
            return new Outcome(changed, earlier, null, List.of(), alone);
        }
        List<Difference> held = changed.differences().stream()
                .filter(difference -> rest.holds(difference.field()))
                .toList();
        UnconfirmedChange waiting = held.isEmpty() ? rest : rest.and(held, by.id(), now);
        return new Outcome(changed, earlier, waiting.standing(changed.after()), held, alone);
    }

    private static UnconfirmedChange left(
            UnconfirmedChange known,
            Changed changed,
            UnconfirmedChange earlier,
            boolean openCase,
            boolean running,
            Actor by,
            LocalDate today) {
        Customer before = changed.before();
        Customer after = changed.after();
        List<String> fields = changed.fields();
        UnconfirmedChange change = known;
        boolean ofContacts = fields.stream().anyMatch(CustomerFields::isOfContacts);
        if (openCase && fields.stream().anyMatch(CustomerFields::isOfCases) || running && ofContacts) {
            change = change.keepingContacts(before).keepingOrders(before);
        }
        if (running && fields.stream().anyMatch(CustomerFields::isOfOrders)) {
            change = change.keepingOrders(before);
        }
        if (ofContacts) {
            change = change.keepingContacts(before).keepingAdded(before, after, by.id());
        }
        if (Entitlement.of(before).mayBeLessIn(Entitlement.of(after), today)) {
            change = change.keepingForNotices(before);
        }
        if (PaidLess.isIn(after, before, today)) {
            change = change.keepingOrders(before);
        }
        if (ordersWaitWithIt(change, Optional.ofNullable(earlier), fields, by)) {
            change = change.keepingOrders(before);
        }
        return change.withoutWhatIsAsBefore(after, today);
    }

    static String subject(long customer) {
        return "customer:" + customer;
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
}
