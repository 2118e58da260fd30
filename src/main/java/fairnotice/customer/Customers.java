package fairnotice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All customers. */
public interface Customers {

    /** At most {@code limit} customers of a register with ids above {@code after}, by id, whole, in a bounded number of queries. */
    List<Customer> page(String register, long after, int limit);

    Optional<Customer> find(long id);

    Map<Long, Customer> byIds(Collection<Long> ids);

    /** Number of customers of a register. */
    long count(String register);
}
