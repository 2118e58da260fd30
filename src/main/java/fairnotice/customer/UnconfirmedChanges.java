package fairnotice.customer;

import fairnotice.access.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes of customers with open cases that wait for another administrator; at most one of a customer. */
public interface UnconfirmedChanges {

    Optional<UnconfirmedChange> of(long customer);

    /** Those of these customers, by customer. */
    Map<Long, UnconfirmedChange> of(Collection<Long> customers);

    /** Adds it, or replaces the customer's. */
    void keep(UnconfirmedChange change);

    /** The customer's is confirmed, or undone. */
    void remove(long customer);

    /** A change that waits, with whose it is. */
    record Waiting(String name, String register, UnconfirmedChange change) {}

    /** Those of customers of these registers, the longest waiting first. */
    List<Waiting> waiting(Scope within, int limit);
}
