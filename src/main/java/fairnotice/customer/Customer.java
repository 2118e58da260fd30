package fairnotice.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who signed. A customer belongs to one register.
 *
 * @param externalId the publisher's own id for it, unique in the register
 * @param plan as the policy's audience names it: "enterprise"
 * @param contacts in the order they were given
 * @param shown references of pending changes that were shown to it before it signed
 * @param since when it became a customer here
 * @param revision raised, above every other customer's, whenever anything of it changes: a cursor over revisions misses nobody
 */
public record Customer(
        long id,
        String register,
        String externalId,
        String name,
        String plan,
        List<Contact> contacts,
        List<Order> orders,
        Terms terms,
        Set<String> shown,
        Instant since,
        long revision) {

    /** Whether any of its orders runs on that day, or begins after it; a customer without orders is taken to be one. */
    public boolean isActiveOn(LocalDate day) {
        return orders.isEmpty() || orders.stream().anyMatch(order -> !day.isAfter(order.lastDay()));
    }

    /** The last day of its last order, as it was bought or as it was ended before; empty when it has none, which binds without end. */
    public Optional<LocalDate> lastDay() {
        return orders.stream().map(Order::lastDay).max(LocalDate::compareTo);
    }

    /** The same with other contacts and orders. */
    Customer with(List<Contact> others, List<Order> otherOrders, long otherRevision) {
        return new Customer(
                id, register, externalId, name, plan, others, otherOrders, terms, shown, since, otherRevision);
    }
}
