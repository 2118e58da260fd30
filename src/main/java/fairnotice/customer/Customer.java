package fairnotice.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Who signed. A customer belongs to one register.
 *
 * @param externalId the publisher's own id for it, unique in the register
 * @param plan as the policy's audience names it: "enterprise"
 * @param contacts in the order they were given
 * @param since when it became a customer here
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
        Instant since) {

    /** Whether any of its orders runs on that day; a customer without orders is taken to be one. */
    public boolean isActiveOn(LocalDate day) {
        return orders.isEmpty() || orders.stream().anyMatch(order -> !day.isAfter(order.ends()));
    }
}
