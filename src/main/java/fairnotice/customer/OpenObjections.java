package fairnotice.customer;

import java.util.Collection;
import java.util.Set;

/** Where a customer's data count at this moment: an objection of it is open. Implemented by the room that knows the cases. */
public interface OpenObjections {

    /** Those of these customers that have one. */
    Set<Long> among(Collection<Long> customers);
}
