package fairnotice.termination;

import fairnotice.customer.Order;
import java.time.LocalDate;
import java.util.List;

/**
 * What of one customer's orders its terminations end, whatever they were elected for.
 *
 * @param terminations all of the customer
 */
public record EndedOrders(List<Termination> terminations) {

    public EndedOrders {
        terminations = List.copyOf(terminations);
    }

    /** Whether anything of the order is in use on a day of the register's zone: the last day of what was terminated is in use still. */
    public boolean goesOn(Order order, LocalDate today) {
        boolean runs = !today.isBefore(order.begins()) && !today.isAfter(order.ends());
        return runs
                && order.linesOrWhole().stream()
                        .anyMatch(line -> !hasEnded(order.externalId(), line.externalId(), today));
    }

    private boolean hasEnded(String order, String line, LocalDate today) {
        return terminations.stream()
                .flatMap(termination -> termination.worksheet().elections().stream())
                .filter(election -> election.order().equals(order) && election.ends(line))
                .anyMatch(election -> election.lastDay().isBefore(today));
    }
}
