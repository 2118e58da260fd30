package fairnotice.subscription;

import java.time.Instant;
import java.util.Optional;

/** All subscriptions, confirmed or not. */
public interface Subscriptions {

    /** The subscription of an address, compared without case; a new one when there is none. Held until the caller's transaction ends. */
    Subscription lockOrAdd(String register, String email, Instant now);

    /** Held until the caller's transaction ends. */
    Optional<Subscription> lock(long id);

    Optional<Subscription> find(long id);

    /** Writes a held one back. */
    void save(Subscription subscription);
}
