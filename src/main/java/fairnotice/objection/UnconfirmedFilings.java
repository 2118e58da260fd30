package fairnotice.objection;

import java.time.Instant;
import java.util.Optional;

/** What was filed on the page open to all and waits for its address to be confirmed. */
public interface UnconfirmedFilings {

    /** @return its id */
    long add(Unconfirmed filing);

    Optional<Unconfirmed> find(long id);

    /** Holds one for the rest of the transaction. */
    Optional<Unconfirmed> hold(long id);

    void confirmed(long id, String objection, Instant at);

    /** How many an address has filed since; whoever else files with it waits until the caller's transaction ends. */
    int filedBy(String email, Instant since);

    /** Deletes some of those that nobody confirmed and that were filed before. */
    void forget(Instant before);
}
