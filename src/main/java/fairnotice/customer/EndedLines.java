package fairnotice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All that customers have ended of their orders. It stands beside the orders, and no import changes it. */
public interface EndedLines {

    /**
     * Raises the customer's revision, so that notices that are running are bound by its last day as it is now.
     *
     * @throws fairnotice.refusal.Refused when some of it was ended meanwhile
     */
    void add(long customer, List<EndedLine> ended);

    /** Of those customers of a register that ended anything, by the publisher's own id of the customer. */
    Map<String, List<EndedLine>> of(String register, Collection<String> customers);
}
