package fairnotice.customer;

import fairnotice.customer.CustomerFields.Difference;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a customer was changed by people of whom none is enough. Contacts, whenever they were changed, and orders that were changed while a
 * notice or a case of it ran: until another administrator confirms, cases rest on what stood before, and whoever was a contact goes on being written
 * to. What its notices depend on, whenever that was changed: until then it is given notice by the better of both, and orders that were changed
 * with it count for no case, whenever that is opened.
 *
 * @param revision of the customer before the first change of what cases rest on
 * @param contacts as they were then; null where those of today count
 * @param left contacts that one of those people added and another took away; they are written to, and decide nothing
 * @param orders as they were then; null where those of today count
 * @param entitlement what the customer's notices depended on before; null where that did not get less
 * @param resembles customers that were there when this one was added and that may be the same; until it is confirmed, its orders wait, and
 *     nothing that is changed back ends that
 * @param fields names of those that wait, as {@link CustomerFields} gives them
 * @param changedBy user names of all who wrote something that waits
 * @param contactsBy of those who wrote contacts that wait
 * @param restBy of those who wrote something else that waits
 * @param authors who wrote what, as {@link FieldAuthors} holds it
 * @param changedAt when the last change was made
 */
@RecordBuilder
public record UnconfirmedChange(
        long customer,
        long revision,
        List<Contact> contacts,
        List<Contact> left,
        List<Order> orders,
        Entitlement entitlement,
        List<Resemblance> resembles,
        Set<String> fields,
        Set<String> changedBy,
        Set<String> contactsBy,
        Set<String> restBy,
        Map<String, Map<String, Set<String>>> authors,
        Instant changedAt) {

    /** What stands among the {@link #authors} for being added, where the customer resembles another. */
    private static final String ADDED = "resembles";

    /** One after which nobody was taken away again, of a customer that resembles none. */
    public UnconfirmedChange(
            long customer,
            long revision,
            List<Contact> contacts,
            List<Order> orders,
            Entitlement entitlement,
            Set<String> fields,
            Set<String> changedBy,
            Instant changedAt) {
        this(
                customer,
                revision,
                contacts,
                List.of(),
                orders,
                entitlement,
                List.of(),
                fields,
                changedBy,
                Set.of(),
                Set.of(),
                Map.of(),
                changedAt);
    }

    public UnconfirmedChange {
        left = List.copyOf(left);
        resembles = List.copyOf(resembles);
        contacts = contacts == null ? null : List.copyOf(contacts);
        orders = orders == null ? null : List.copyOf(orders);
        fields = new TreeSet<>(fields);
        changedBy = new TreeSet<>(changedBy);
        contactsBy = new TreeSet<>(contactsBy);
        restBy = new TreeSet<>(restBy);
        authors = Map.copyOf(authors);
    }

    /** A change that takes nothing back from cases or notices yet. */
    static UnconfirmedChange of(Customer before, Instant at) {
        return new UnconfirmedChange(before.id(), before.revision(), null, null, null, Set.of(), Set.of(), at);
    }

    UnconfirmedChange and(List<Difference> more, String by, Instant at) {
        return edit().fields(joined(fields, more.stream().map(Difference::field).toList()))
                .changedBy(joined(changedBy, List.of(by)))
                .authors(new FieldAuthors(authors).and(more, by).byField())
                .changedAt(at)
                .build();
    }

    /** With those alone who wrote what waits now, and with that alone; whoever put back what they had changed is none of them. */
    UnconfirmedChange standing(Customer now) {
        Set<String> waiting = waiting(now);
        FieldAuthors about = new FieldAuthors(authors).about(waiting);
        boolean known =
                waiting.stream().noneMatch(field -> about.of(Set.of(field), now).isEmpty());
        if (waiting.isEmpty() || !known) {
            return edit().contactsBy(changedBy).restBy(changedBy).build();
        }
        Set<String> ofContacts = about.of(only(waiting, CustomerFields::isOfContacts), now);
        Set<String> ofRest = about.of(only(waiting, field -> !CustomerFields.isOfContacts(field)), now);
        return edit().fields(only(waiting, field -> !field.equals(ADDED)))
                .changedBy(joined(ofContacts, List.copyOf(ofRest)))
                .contactsBy(ofContacts)
                .restBy(ofRest)
                .authors(about.byField())
                .build();
    }

    private Set<String> waiting(Customer now) {
        Stream<String> differing = Stream.of(whole(now), before(now, List.of()))
                .flatMap(before -> CustomerFields.differences(before, now).stream())
                .map(Difference::field)
                .filter(this::holds);
        return Stream.concat(differing, resembles.isEmpty() ? Stream.empty() : Stream.of(ADDED))
                .collect(Collectors.toSet());
    }

    private static Set<String> only(Set<String> some, Predicate<String> which) {
        return some.stream().filter(which).collect(Collectors.toSet());
    }

    /** Whether cases rest on what stood before. */
    public boolean isOfCases() {
        return isOfContacts() || isOfOrders();
    }

    /** Whether cases go on with the contacts before. */
    public boolean isOfContacts() {
        return contacts != null;
    }

    /** Whether cases count the orders before, with their payments and units. */
    public boolean isOfOrders() {
        return orders != null;
    }

    /** Which invoices were the customer's before, as {@link InvoiceNumber#key} gives them. */
    public List<String> invoices() {
        return isOfOrders()
                ? orders.stream()
                        .flatMap(order -> order.invoices().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whether what notices depend on may have got less. */
    public boolean isOfNotices() {
        return entitlement != null;
    }

    /** @param before the customer whose contacts count for cases, where no others do already */
    UnconfirmedChange keepingContacts(Customer before) {
        return isOfContacts() ? this : ofCases(sinceOr(before), before.contacts(), orders);
    }

    /** The same with those whom others had added meanwhile and this person took away, or took a role from. */
    UnconfirmedChange keepingAdded(Customer before, Customer after, String by) {
        if (!isOfContacts()) {
            return this;
        }
        Stream<Contact> taken = changedBy.stream().allMatch(by::equals)
                ? Stream.empty()
                : before.contacts().stream()
                        .filter(contact -> isNoneOf(contacts, contact))
                        .filter(contact -> !isAddedBy(by, contact, before))
                        .filter(contact ->
                                contacts.stream().noneMatch(each -> each.email().equalsIgnoreCase(contact.email())));
        List<Contact> missing = Stream.concat(left.stream(), taken)
                .filter(contact -> after.contacts().stream()
                        .noneMatch(each ->
                                each.id() == contact.id() && each.roles().containsAll(contact.roles())))
                .collect(Collectors.toMap(Contact::id, each -> each, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return edit().left(missing).build();
    }

    private boolean isAddedBy(String person, Contact contact, Customer now) {
        return new FieldAuthors(authors)
                .of(Set.of("contacts/" + contact.id()), now)
                .equals(Set.of(person));
    }

    private static boolean isNoneOf(List<Contact> some, Contact contact) {
        return some.stream().noneMatch(each -> each.id() == contact.id());
    }

    /** @param before the customer whose orders cases count, where they do not count others already */
    UnconfirmedChange keepingOrders(Customer before) {
        return isOfOrders() ? this : ofCases(sinceOr(before), contacts, before.orders());
    }

    /** The change of a customer that was added and may be one of these. No case counts its orders until it is confirmed. */
    UnconfirmedChange resembling(Customer added, List<Resemblance> others, String by) {
        Difference being = new Difference(ADDED, null, null);
        return edit().revision(added.revision())
                .orders(List.of())
                .resembles(others)
                .authors(new FieldAuthors(authors).and(List.of(being), by).byField())
                .build();
    }

    private long sinceOr(Customer before) {
        return isOfCases() ? revision : before.revision();
    }

    /** Whether the field waits for another administrator. */
    boolean holds(String field) {
        return isOfContacts() && CustomerFields.isOfContacts(field)
                || isOfOrders() && CustomerFields.isOfOrders(field)
                || isOfNotices() && CustomerFields.isOfNotices(field);
    }

    UnconfirmedChange keepingForNotices(Customer before) {
        return isOfNotices() ? this : keepingForNotices(Entitlement.of(before));
    }

    UnconfirmedChange keepingForNotices(Entitlement stood) {
        return ofNotices(stood);
    }

    /** Without the parts that were changed back. */
    UnconfirmedChange withoutWhatIsAsBefore(Customer now, LocalDate today) {
        List<String> differing = CustomerFields.differences(before(now, List.of()), now).stream()
                .map(Difference::field)
                .toList();
        boolean contactsWait =
                isOfContacts() && (!left.isEmpty() || differing.stream().anyMatch(CustomerFields::isOfContacts));
        boolean ordersWait =
                isOfOrders() && (!resembles.isEmpty() || differing.stream().anyMatch(CustomerFields::isOfOrders));
        boolean less = isOfNotices() && entitlement.mayBeLessIn(Entitlement.of(now), today);
        return ofCases(revision, contactsWait ? contacts : null, ordersWait ? orders : null)
                .ofNotices(less ? entitlement : null);
    }

    /** With the contacts of today, as nobody else has to confirm them. */
    UnconfirmedChange withoutContacts() {
        UnconfirmedChange rest = ofCases(revision, null, orders);
        return rest.only(CustomerFields::isOfContacts, false, Set.of(), restBy);
    }

    /** With all but the contacts as it is today. */
    private UnconfirmedChange onlyContacts() {
        UnconfirmedChange only =
                edit().orders(null).entitlement(null).resembles(List.of()).build();
        return only.only(CustomerFields::isOfContacts, true, contactsBy, Set.of());
    }

    private UnconfirmedChange only(Predicate<String> field, boolean holds, Set<String> ofContacts, Set<String> ofRest) {
        boolean told = !contactsBy.isEmpty() || !restBy.isEmpty();
        return edit().fields(only(fields, each -> field.test(each) == holds))
                .authors(new FieldAuthors(authors)
                        .only(each -> field.test(each) == holds)
                        .byField())
                .changedBy(told ? joined(ofContacts, List.copyOf(ofRest)) : changedBy)
                .contactsBy(ofContacts)
                .restBy(ofRest)
                .build();
    }

    /** Who wrote what waits of orders and payments. */
    public Set<String> ordersBy(Customer now) {
        return writers(CustomerFields::isOfOrders, now);
    }

    /** Who wrote what waits of what notices depend on. */
    public Set<String> noticesBy(Customer now) {
        return writers(CustomerFields::isOfNotices, now);
    }

    private Set<String> writers(Predicate<String> which, Customer now) {
        Set<String> known = new FieldAuthors(authors).of(only(waiting(now), which), now);
        return known.isEmpty() ? changedBy : known;
    }

    /** Who may confirm none of it: whoever changed both the contacts and something else, or the one of them that was changed. */
    Set<String> barred() {
        if (contactsBy.isEmpty() || restBy.isEmpty()) {
            return changedBy;
        }
        Set<String> both = new TreeSet<>(contactsBy);
        both.retainAll(restBy);
        return both;
    }

    /** Whether this person changed a part of it, so that it goes on waiting once they confirm the rest. */
    public boolean isPartOf(String person) {
        return onceConfirmedBy(person).isPresent();
    }

    /** What still waits once this person has confirmed what others changed; empty where nothing does. */
    Optional<UnconfirmedChange> onceConfirmedBy(String person) {
        if (!barred().equals(changedBy) && contactsBy.contains(person)) {
            return Optional.of(onlyContacts());
        }
        return !barred().equals(changedBy) && restBy.contains(person)
                ? Optional.of(withoutContacts())
                : Optional.empty();
    }

    private UnconfirmedChange ofCases(long since, List<Contact> stood, List<Order> stoodOrders) {
        return edit().revision(since)
                .contacts(stood)
                .left(stood == null ? List.of() : left)
                .orders(stoodOrders)
                .build();
    }

    private UnconfirmedChange ofNotices(Entitlement stood) {
        return edit().entitlement(stood).build();
    }

    private UnconfirmedChangeBuilder edit() {
        return UnconfirmedChangeBuilder.builder(this);
    }

    /**
     * The customer as open cases see it.
     *
     * @param ended what it has ended of its orders by now, which is nobody's change
     */
    public Customer before(Customer now, List<EndedLine> ended) {
        return isOfCases()
                ? now.with(
                        isOfContacts() ? contacts : now.contacts(),
                        isOfOrders() ? knowing(ended) : now.orders(),
                        revision)
                : now;
    }

    /**
     * The customer as it is, with each order of before as well; of an order that stands in both, the one that goes on longer.
     *
     * @param ended what it has ended of its orders by now
     */
    public Customer andEarlierOrders(Customer now, List<EndedLine> ended) {
        if (!isOfOrders()) {
            return now;
        }
        Collection<Order> counted = Stream.concat(knowing(ended).stream(), now.orders().stream())
                .collect(Collectors.toMap(
                        Order::externalId,
                        Function.identity(),
                        (before, today) -> today.lastDay().isAfter(before.lastDay()) ? today : before,
                        LinkedHashMap::new))
                .values();
        return now.with(now.contacts(), List.copyOf(counted), now.revision());
    }

    /** All that waits as it was before, to be compared with what stands. */
    Customer whole(Customer now) {
        Customer entitled = isOfNotices() ? now.entitledAs(entitlement) : now;
        return entitled.with(
                isOfContacts() ? writtenTo() : now.contacts(),
                isOfOrders() ? orders : now.orders(),
                isOfCases() ? revision : now.revision());
    }

    /** Everybody who was a contact before some part of it, those first who were before all of it. */
    private List<Contact> writtenTo() {
        return Stream.concat(contacts.stream(), left.stream().filter(contact -> isNoneOf(contacts, contact)))
                .toList();
    }

    private List<Order> knowing(List<EndedLine> ended) {
        return orders.stream()
                .map(order -> order.with(ended.stream()
                        .filter(line -> line.order().equals(order.externalId()))
                        .toList()))
                .toList();
    }

    /** The customer as it is, with the contacts, addresses and links that open cases go on with. */
    public Customer withEarlierContacts(Customer now) {
        return isOfContacts() ? now.with(contacts, now.orders(), now.revision()) : now;
    }

    /** The customer as it is, with everybody who was a contact of it before, for what is written to a customer besides its cases. */
    public Customer withEverybodyBefore(Customer now) {
        return isOfContacts() ? now.with(writtenTo(), now.orders(), now.revision()) : now;
    }

    /** The customer with the contacts that its open cases go on with, and with those of its contacts of today as well that one of its cases knows, for mail and links and not for decisions. */
    public Customer withEarlierContactsAnd(Predicate<Contact> known, Customer now) {
        if (!isOfContacts()) {
            return now;
        }
        Stream<Contact> others = now.contacts().stream().filter(known).filter(contact -> !isCounted(contact));
        return now.with(Stream.concat(contacts.stream(), others).toList(), now.orders(), now.revision());
    }

    /** The same with its contacts of before as well, each under the address it had. */
    public Customer andEarlierContacts(Customer now) {
        if (!isOfContacts()) {
            return now;
        }
        Stream<Contact> gone = writtenTo().stream()
                .filter(contact -> now.contacts().stream()
                        .noneMatch(each -> each.id() == contact.id() && each.epoch() == contact.epoch()));
        return now.with(Stream.concat(now.contacts().stream(), gone).toList(), now.orders(), now.revision());
    }

    /** Contacts of before that are none of today's under any address; one whose address was put right is written to there. */
    public List<Contact> removedContacts(Customer now) {
        return isOfContacts()
                ? writtenTo().stream()
                        .filter(contact -> isNoneOf(now.contacts(), contact))
                        .toList()
                : List.of();
    }

    /** Whether the contact of today stood there before, under the same address. */
    public boolean isCounted(Contact contact) {
        return !isOfContacts()
                || contacts.stream().anyMatch(each -> each.id() == contact.id() && each.epoch() == contact.epoch());
    }

    private static Set<String> joined(Set<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
