package fairnotice.customer;

import java.util.Optional;

/** The changes of customers with open cases that wait for another administrator; at most one of a customer. */
public interface UnconfirmedChanges {

    Optional<UnconfirmedChange> of(long customer);

    /** Adds it, or replaces the customer's. */
    void keep(UnconfirmedChange change);

    /** The customer's is confirmed, or undone. */
    void remove(long customer);

    /** How many wait. */
    long count();
}
