package fairnotice.objection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was filed on the page open to all and waits for its address to be confirmed. */
public interface UnconfirmedSubmissions {

    /**
     * Adds it, unless the same words from the same address wait to be confirmed already.
     *
     * @param wait real time until its mail may go out
     * @return its id; empty when it is there
     */
    Optional<Long> add(Unconfirmed filing, Duration wait);

    /** Ids of those whose mail may go out now, those first that wait longest. */
    List<Long> toMail(int limit);

    /** Its mail waits so much longer, in real time. */
    void putOff(long id, Duration wait);

    /** One mail asks for all that its address has filed against its change. */
    void mailed(Unconfirmed filing, Instant at);

    /** What else its address has filed against its change and not confirmed, oldest first. */
    List<Unconfirmed> besides(Unconfirmed filing);

    Optional<Unconfirmed> find(long id);

    /** Holds one for the rest of the transaction. */
    Optional<Unconfirmed> lock(long id);

    void confirmed(long id, String objection, Instant at);

    /** Deletes some of those that nobody confirmed and whose address was asked to before. */
    void forget(Instant before);
}
