package fairnotice.objection;

import fairnotice.customer.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The orders that an objection names. Which orders a change affects is for the customer to say, and it may say more when it terminates. */
final class NamedOrders {

    private NamedOrders() {}

    /**
     * Their numbers; empty where it names none, which means all, and where its customer has no other order to terminate.
     *
     * @param today in the zone of its policy
     */
    static Optional<String> besideOthers(Set<String> named, List<Order> orders, LocalDate today) {
        boolean others = orders.stream()
                .filter(order -> !order.lastDay().isBefore(today))
                .anyMatch(order -> !named.contains(order.externalId()));
        return named.isEmpty() || !others ? Optional.empty() : Optional.of(String.join(", ", new TreeSet<>(named)));
    }
}
