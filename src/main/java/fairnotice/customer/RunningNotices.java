package fairnotice.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Whose contacts may open a case at any moment: a notice of it runs. Implemented by the room that knows the notices. */
public interface RunningNotices {

    /** Those of these customers that may object to a change of which they were given notice, and whose time for it is not over. */
    Set<Long> among(Collection<Long> customers, Instant now);
}
