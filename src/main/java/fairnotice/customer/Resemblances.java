package fairnotice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which customers of a register have the name or a contact's address of another. */
public interface Resemblances {

    /** How many are named of one customer; an agency may be the contact of hundreds. */
    int MOST = 5;

    /** Those of these customers that resemble others, by id, with at most {@value #MOST} each. In one query. */
    Map<Long, List<Resemblance>> of(String register, Collection<Long> customers);
}
