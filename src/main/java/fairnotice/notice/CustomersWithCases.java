package fairnotice.notice;

import java.util.Collection;
import java.util.Set;

/** Customers that objected to a change, so that what its notice opens is their case as well. Implemented by the room that knows the cases. */
public interface CustomersWithCases {

    /**
     * @param reference of the change
     * @return those of these customers that have a case about it, open or settled
     */
    Set<Long> about(String reference, Collection<Long> customers);
}
