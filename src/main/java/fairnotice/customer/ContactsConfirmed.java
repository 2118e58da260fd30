package fairnotice.customer;

import java.util.Collection;

/** Hears that contacts which waited for another administrator count. Implemented by the room that writes to contacts. */
public interface ContactsConfirmed {

    /** In the caller's transaction, which has them confirmed already; in a bounded number of queries. @param customers their ids */
    void confirmed(Collection<Long> customers);
}
