package fairnotice.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Customers that objected to a change, so that what its notice opens is their case as well. Implemented by the room that knows the cases. */
public interface CustomersWithObjections {

    /**
     * @param reference of the change
     * @return those of these customers that have a case about it, open or settled, each with those of its contacts who filed them on its page or on that of the change
     */
    Map<Long, Set<Filer>> about(String reference, Collection<Long> customers);

    /**
     * Who filed a case.
     *
     * @param contact id of the contact
     * @param email its address when it filed
     */
    record Filer(long contact, String email) {}
}
