package fairnotice.customer;

import java.util.Map;
import java.util.Set;

/** Hears that contacts which waited for another administrator count. Implemented by the rooms that write to contacts. */
public interface ContactsConfirmed {

    /**
     * In the caller's transaction, which has them confirmed already; in a bounded number of queries, and some more for each open objection.
     *
     * @param contacts ids of those that did not count before, by customer; a customer may have lost contacts only
     */
    void confirmed(Map<Long, Set<Long>> contacts);
}
