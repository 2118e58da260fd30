package fairnotice.notice;

import java.util.Collection;
import java.util.Set;

/** Customers who are spoken with about a change anyhow, so that a reminder of its notice would only disturb. */
public interface CustomersInConversation {

    /**
     * @param reference of the change
     * @param customers a page of them
     * @return those of the page
     */
    Set<Long> about(String reference, Collection<Long> customers);
}
