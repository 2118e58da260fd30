package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.StaffDirectory;
import fairnotice.customer.UnconfirmedChanges.Together;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another administrator confirms what was changed of a customer, or of many at once; from then on its cases and notices rest on it. */
@Service
public class ConfirmingCustomerChange {

    /** How many are looked at. */
    private static final int MOST = 500;

    private final Customers customers;
    private final ImportedCustomers writing;
    private final UnconfirmedChanges unconfirmed;
    private final EarlierContacts contacts;
    private final List<ContactsConfirmed> confirmedContacts;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    ConfirmingCustomerChange(
            Customers customers,
            ImportedCustomers writing,
            UnconfirmedChanges unconfirmed,
            EarlierContacts contacts,
            List<ContactsConfirmed> confirmedContacts,
            StaffDirectory staff,
            Ledger ledger,
            Clock clock) {
        this.customers = customers;
        this.writing = writing;
        this.unconfirmed = unconfirmed;
        this.contacts = contacts;
        this.confirmedContacts = confirmedContacts;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What waits in this person's registers and may be confirmed by them, the longest waiting first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<UnconfirmedChanges.Waiting> waiting(Actor actor) {
        Scope within = actor.scope(Role.ADMIN);
        Colleagues colleagues = staff.colleagues();
        return within.isEmpty()
                ? List.of()
                : unconfirmed.waiting(within, MOST).stream()
                        .filter(each -> Refused.reason(() -> check(each.change(), each.register(), actor, colleagues))
                                .isEmpty())
                        .toList();
    }

    /** What waits, field by field, with what stood and stands there; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<CustomerFields.Difference> differences(long customer) {
        return before(customer)
                .map(before -> CustomerFields.differences(
                        before, customers.find(customer).orElseThrow()))
                .orElse(List.of());
    }

    /** Whether an order or a payment differs from what stood before what waits. */
    @Transactional(readOnly = true)
    public boolean isOrdersWaiting(long customer) {
        return differences(customer).stream().anyMatch(difference -> CustomerFields.isOfOrders(difference.field()));
    }

    /** The customer as it was before what waits; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<Customer> before(long customer) {
        return unconfirmed
                .of(customer)
                .flatMap(change -> customers.find(customer).map(change::whole));
    }

    /** Why this person may not confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(UnconfirmedChange change, String register, Actor actor) {
        Colleagues colleagues = staff.colleagues();
        return Refused.reason(() -> check(change, register, actor, colleagues));
    }

    /** Whom it waits for, when nobody who is there now may confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(UnconfirmedChange change, String register) {
        return CustomerRules.CHANGED_AND_CONFIRMED.vacancy(change.barred(), register, staff.colleagues());
    }

    /**
     * Confirms what others changed: where this person changed the contacts and others something else, or the other way round, the own part goes on
     * waiting.
     *
     * @param revision of the customer as the person saw it
     * @throws Refused when nothing waits, it was changed since, or the person has changed all that waits
     */
    @Transactional
    public void confirm(long customer, long revision, Actor actor) {
        Customer found = customers
                .find(customer)
                .filter(there -> actor.sees(there.register()))
                .orElseThrow(() -> Refused.unknown("refused.unknown.customer"));
        writing.lock(found.register());
        Customer now = customers.find(customer).orElseThrow();
        UnconfirmedChange change =
                unconfirmed.of(customer).orElseThrow(() -> Refused.conflict("refused.confirmation.nothing-waits"));
        check(change, now.register(), actor, staff.colleagues());
        if (now.revision() != revision) {
            throw Refused.conflict("refused.confirmation.changed-again");
        }
        Optional<UnconfirmedChange> left = change.onceConfirmedBy(actor.id());
        unconfirmed.remove(List.of(customer));
        unconfirmed.save(left.stream().toList());
        Instant at = clock.instant();
        ledger.record(confirmed(now, change, left, actor, at));
        if (left.filter(UnconfirmedChange::isOfContacts).isEmpty()) {
            countContacts(now.register(), List.of(change), Map.of(customer, now), at);
        }
    }

    /** Where it was the contacts that changed, they count now, and all of today and before are told. */
    private void countContacts(String register, List<UnconfirmedChange> changes, Map<Long, Customer> now, Instant at) {
        List<EarlierContacts.Told> told = changes.stream()
                .filter(UnconfirmedChange::isOfContacts)
                .flatMap(change -> told(change, now.get(change.customer())))
                .toList();
        if (!told.isEmpty()) {
            Map<Long, Set<Long>> counting = changes.stream()
                    .filter(UnconfirmedChange::isOfContacts)
                    .collect(Collectors.toMap(
                            UnconfirmedChange::customer, change -> counting(change, now.get(change.customer()))));
            confirmedContacts.forEach(each -> each.confirmed(counting));
            contacts.tell(register, told, at);
        }
    }

    /** By what the change means for them: who stays a contact, who becomes one, and who is none any more. */
    private static Stream<EarlierContacts.Told> told(UnconfirmedChange change, Customer now) {
        Set<String> before = addresses(change.contacts());
        Set<String> current = addresses(now.contacts());
        return change.andEarlierContacts(now).contacts().stream()
                .collect(Collectors.groupingBy(contact -> {
                    String address = EmailAddress.comparable(contact.email());
                    if (!current.contains(address)) {
                        return EarlierContacts.Standing.REMOVED;
                    }
                    return before.contains(address)
                            ? EarlierContacts.Standing.CONFIRMED
                            : EarlierContacts.Standing.ADDED;
                }))
                .entrySet()
                .stream()
                .map(each -> new EarlierContacts.Told(now, each.getValue(), each.getKey()));
    }

    private static Set<String> addresses(List<Contact> contacts) {
        return contacts.stream()
                .map(contact -> EmailAddress.comparable(contact.email()))
                .collect(Collectors.toSet());
    }

    /** The contacts that count from now on only. */
    private static Set<Long> counting(UnconfirmedChange change, Customer now) {
        return now.contacts().stream()
                .filter(contact -> !change.isCounted(contact))
                .map(Contact::id)
                .collect(Collectors.toSet());
    }

    private static Entry confirmed(
            Customer customer, UnconfirmedChange change, Optional<UnconfirmedChange> left, Actor actor, Instant at) {
        List<String> fields = change.fields().stream()
                .filter(field ->
                        left.filter(rest -> rest.fields().contains(field)).isEmpty())
                .toList();
        return Entry.of("customers.confirmed", RecordingCustomerChanges.subject(customer.id()), actor.id(), at)
                .with("register", customer.register())
                .with("revision", customer.revision())
                .with("fields", fields)
                .with("changedBy", String.join(" ", change.changedBy()));
    }

    /** What the same people changed of several customers at once and this person may confirm, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Together> together(Actor actor) {
        Scope within = actor.scope(Role.ADMIN);
        Colleagues colleagues = staff.colleagues();
        return within.isEmpty()
                ? List.of()
                : unconfirmed.together(within, MOST).stream()
                        .filter(each -> Refused.reason(() -> check(each, actor, colleagues))
                                .isEmpty())
                        .toList();
    }

    /**
     * The customers of it as they were before and are now, the first {@value #MOST}, by customer.
     *
     * @throws Refused when this person may not confirm it
     */
    @Transactional(readOnly = true)
    public List<Changed> customersOf(Together together, Actor actor) {
        check(together, actor, staff.colleagues());
        List<UnconfirmedChange> changes =
                unconfirmed.of(together).stream().limit(MOST).toList();
        Map<Long, Customer> now = customers.byIds(
                changes.stream().map(UnconfirmedChange::customer).toList());
        return changes.stream()
                .map(change -> changed(change, now.get(change.customer())))
                .toList();
    }

    private static Changed changed(UnconfirmedChange change, Customer now) {
        Customer before = change.whole(now);
        return new Changed(before, now, change.resembles(), CustomerFields.differences(before, now));
    }

    /** A customer of which something waits, field by field. */
    public record Changed(
            Customer before, Customer now, List<Resemblance> resembles, List<CustomerFields.Difference> differences) {}

    /**
     * Confirms all of it. In a bounded number of queries.
     *
     * @param seen as the person saw it
     * @throws Refused when any of these customers was changed since, or the person is one of those who changed them
     */
    @Transactional
    public void confirmTogether(Together seen, Actor actor) {
        check(seen, actor, staff.colleagues());
        writing.lock(seen.register());
        List<UnconfirmedChange> changes = unconfirmed.of(seen);
        Map<Long, Customer> now = customers.byIds(
                changes.stream().map(UnconfirmedChange::customer).toList());
        boolean same = changes.size() == seen.customers()
                && now.values().stream().mapToLong(Customer::revision).max().orElse(0) == seen.newest();
        if (changes.isEmpty() || !same) {
            throw Refused.conflict("refused.confirmation.some-changed-again");
        }
        unconfirmed.remove(now.keySet());
        Instant at = clock.instant();
        ledger.record(changes.stream()
                .map(change -> confirmed(now.get(change.customer()), change, Optional.empty(), actor, at))
                .toList());
        countContacts(seen.register(), changes, now, at);
    }

    private static void check(Together together, Actor actor, Colleagues colleagues) {
        CustomerRules.mayConfirm(actor, together.register());
        CustomerRules.CHANGED_AND_CONFIRMED.check(actor, together.changedBy(), together.register(), colleagues);
    }

    private static void check(UnconfirmedChange change, String register, Actor actor, Colleagues colleagues) {
        CustomerRules.mayConfirm(actor, register);
        CustomerRules.CHANGED_AND_CONFIRMED.check(actor, change.barred(), register, colleagues);
    }
}
