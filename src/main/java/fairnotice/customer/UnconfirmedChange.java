package fairnotice.customer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contacts or orders that were changed while a case of their customer was open, by people of whom none is enough: until another
 * administrator confirms, open cases rest on what stood before.
 *
 * @param revision of the customer before the first change
 * @param contacts as they were then, like {@code orders}
 * @param fields names of those that were changed since, as {@link CustomerFields} gives them
 * @param changedBy user names of all who changed something since
 * @param changedAt when the last change was made
 */
public record UnconfirmedChange(
        long customer,
        long revision,
        List<Contact> contacts,
        List<Order> orders,
        Set<String> fields,
        Set<String> changedBy,
        Instant changedAt) {

    public UnconfirmedChange {
        contacts = List.copyOf(contacts);
        orders = List.copyOf(orders);
        fields = new TreeSet<>(fields);
        changedBy = new TreeSet<>(changedBy);
    }

    static UnconfirmedChange of(Customer before, List<String> fields, String by, Instant at) {
        return new UnconfirmedChange(
                before.id(), before.revision(), before.contacts(), before.orders(), Set.copyOf(fields), Set.of(by), at);
    }

    UnconfirmedChange and(List<String> more, String by, Instant at) {
        return new UnconfirmedChange(
                customer, revision, contacts, orders, joined(fields, more), joined(changedBy, List.of(by)), at);
    }

    /**
     * The customer as open cases see it.
     *
     * @param ended what it has ended of its orders by now, which is nobody's change
     */
    public Customer before(Customer now, List<EndedLine> ended) {
        List<Order> then = orders.stream()
                .map(order -> order.with(ended.stream()
                        .filter(line -> line.order().equals(order.externalId()))
                        .toList()))
                .toList();
        return now.with(contacts, then, revision);
    }

    /** The customer as it is, with the contacts, addresses and links that open cases go on with. */
    public Customer withEarlierContacts(Customer now) {
        return now.with(contacts, now.orders(), now.revision());
    }

    /** The same with those of its contacts of today as well that one of its cases knows, for mail and links and not for decisions. */
    public Customer withEarlierContactsAnd(Predicate<Contact> known, Customer now) {
        Stream<Contact> others = now.contacts().stream().filter(known).filter(contact -> !isCounted(contact));
        return now.with(Stream.concat(contacts.stream(), others).toList(), now.orders(), now.revision());
    }

    /** The same with its contacts of before as well, each under the address it had. */
    public Customer andEarlierContacts(Customer now) {
        Stream<Contact> gone = contacts.stream()
                .filter(contact -> now.contacts().stream()
                        .noneMatch(each -> each.id() == contact.id() && each.epoch() == contact.epoch()));
        return now.with(Stream.concat(now.contacts().stream(), gone).toList(), now.orders(), now.revision());
    }

    /** Whether the contact of today stood there before, under the same address. */
    public boolean isCounted(Contact contact) {
        return contacts.stream().anyMatch(each -> each.id() == contact.id() && each.epoch() == contact.epoch());
    }

    private static Set<String> joined(Set<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
