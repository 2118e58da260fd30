package fairnotice.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything audiences are being told, or were. */
public interface Dispatches {

    /** Opens one, unless it is open already or was: one per change, round, occasion and number. */
    void open(NewDispatch telling, Instant at);

    /** Those not wholly cut, oldest first. */
    List<Dispatch> uncut(int limit);

    /** One, held for the rest of the transaction; empty when it is wholly cut, or somebody else holds it. */
    Optional<Dispatch> lockPending(long id);

    /** Whether any is not wholly cut. */
    boolean anyUncut();

    /** Whether its last page has been cut. */
    boolean isCut(Dispatch telling);

    void save(Dispatch telling);

    void cut(Dispatch telling, Instant at);

    /** The last one of an occasion in a round. */
    Optional<Dispatch> last(String reference, int round, Occasion occasion);

    /** The last one of an occasion of each change, in its last round. */
    List<Dispatch> lastOf(Collection<String> references, Occasion occasion);

    /** Stops cutting those of a round. */
    void stop(String reference, int round, Instant at);
}
