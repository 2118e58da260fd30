package fairnotice.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Whose contacts are written to, and may open a case, at any moment: a notice of it runs. Implemented by the room that knows the notices. */
public interface RunningNotices {

    /** Those of these customers of whose notices one is not over, nor the time to object. */
    Set<Long> among(Collection<Long> customers, Instant now);
}
