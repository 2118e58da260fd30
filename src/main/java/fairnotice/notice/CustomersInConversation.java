package fairnotice.notice;

import java.util.Set;

/** Customers who are spoken with about a change anyhow, so that a reminder of its notice would only disturb. */
public interface CustomersInConversation {

    /** @param reference of the change */
    Set<Long> about(String reference);
}
