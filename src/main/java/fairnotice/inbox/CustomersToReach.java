package fairnotice.inbox;

import java.time.Duration;
import java.util.List;

/** Customers that no mail can reach. */
public interface CustomersToReach {

    /**
     * One of them.
     *
     * @param register its id
     * @param change that it was to be told of; null where it has no contact at all, whatever comes
     * @param lasting since when
     */
    record Unreachable(long customer, String name, String register, String change, Duration lasting) {}

    /** Those that no notice reached, and those without a contact while an order of theirs runs; the oldest first, at most a few hundred. */
    List<Unreachable> unreachable();
}
