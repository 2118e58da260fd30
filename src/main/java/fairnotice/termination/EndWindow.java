package fairnotice.termination;

import fairnotice.calendar.Holidays;
import fairnotice.customer.Order;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement;
import java.time.LocalDate;

/**
 * The days on which an order may end: the policy's, within the order's own time.
 *
 * @param earliest first day that may be the last day of use
 * @param latest last day that may be the last day of use; before {@code earliest} when the order is over by itself before it could end
 */
public record EndWindow(String order, LocalDate earliest, LocalDate latest) {

    /** @param electedOn the day of the election in the policy's zone */
    static EndWindow of(Order order, NoticePolicy policy, LocalDate electedOn, Holidays holidays) {
        Settlement.Termination terms = policy.settlement().termination();
        LocalDate first = terms.notice() == null ? electedOn : terms.notice().countedFrom(electedOn, holidays);
        LocalDate last =
                terms.atLatest() == null ? order.ends() : terms.atLatest().countedFrom(electedOn, holidays);
        LocalDate earliest = later(first, order.begins());
        return new EndWindow(order.externalId(), earliest, earlier(later(last, earliest), order.ends()));
    }

    /** Whether there is any day on which the order can be ended. */
    public boolean isOpen() {
        return !latest.isBefore(earliest);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(earliest) && !day.isAfter(latest);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
