package fairnotice.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a customer decides whether it is owed a notice, and by which periods.
 *
 * @param orders which end in time, or are ended
 * @param shown references of pending changes that were shown to it before it signed
 */
public record Entitlement(String plan, Terms terms, Set<String> shown, List<Order> orders) {

    public Entitlement {
        shown = Set.copyOf(shown);
        orders = List.copyOf(orders);
    }

    static Entitlement of(Customer customer) {
        return new Entitlement(customer.plan(), customer.terms(), customer.shown(), customer.orders());
    }

    /** What a customer that is new is entitled to before another administrator confirms: terms that are no less than promised, and shown nothing. */
    Entitlement asPromised(PromisedTerms.Promise promise) {
        return new Entitlement(plan, promise.withoutLess(terms), Set.of(), orders);
    }

    /** Whether it runs on that day or begins after it; a customer without orders is taken to be one. */
    boolean isActiveOn(LocalDate day) {
        return lastDay().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Empty where there is no order, which binds without end. */
    Optional<LocalDate> lastDay() {
        return orders.stream().map(Order::lastDay).max(LocalDate::compareTo);
    }

    /**
     * Whether the customer may have lost by it; what a plan or a term is worth is the policy's to say.
     *
     * @param today an order whose last day lies before it gives nothing any more
     */
    boolean mayBeLessIn(Entitlement after, LocalDate today) {
        return !plan.equals(after.plan)
                || !terms.isSameAs(after.terms)
                || !shown.containsAll(after.shown)
                || endsEarlierIn(after)
                || orders.stream().anyMatch(order -> after.isLessOf(order, today));
    }

    private boolean endsEarlierIn(Entitlement after) {
        Optional<LocalDate> ends = after.lastDay();
        return ends.isPresent() && lastDay().map(ends.get()::isBefore).orElse(true);
    }

    /** An order that is gone, begins later or ends earlier leaves less that could be terminated, whatever else goes on. */
    private boolean isLessOf(Order before, LocalDate today) {
        Optional<Order> now = orders.stream()
                .filter(same -> same.externalId().equals(before.externalId()))
                .findFirst();
        Order known = now.map(same -> before.with(same.ended())).orElse(before);
        return !known.lastDay().isBefore(today)
                && now.filter(same -> !same.begins().isAfter(known.begins())
                                && !same.lastDay().isBefore(known.lastDay()))
                        .isEmpty();
    }

    /** With what was ended of its orders since, which is nobody's change; a customer that has ended all it has is one no longer. */
    Entitlement knowing(List<Order> now) {
        if (!now.isEmpty() && now.stream().allMatch(order -> order.wholeEnd().isPresent())) {
            return new Entitlement(plan, terms, shown, now);
        }
        List<Order> then = orders.stream()
                .map(order -> now.stream()
                        .filter(same -> same.externalId().equals(order.externalId()))
                        .findFirst()
                        .map(same -> order.with(same.ended()))
                        .orElse(order))
                .toList();
        return new Entitlement(plan, terms, shown, then);
    }
}
