package fairnotice.mail.smtp;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What waits to be sent. Leases count in the database's real time. */
public interface Outbox {

    /** Takes a batch nobody owns, small ones first so that a single letter never waits for a large mailing. */
    Optional<ClaimedBatch> claim(Duration lease);

    /** Renews leases; answers the owners that still hold theirs. */
    Set<UUID> renew(Collection<UUID> owners, Duration lease);

    /** Gives a batch back before it is finished. */
    void release(ClaimedBatch batch);

    /** Every message of the batch was tried or cancelled; nothing happens when the batch has another owner by now. */
    void done(ClaimedBatch batch);

    Masthead masthead(long mailing);

    /** The next messages of a batch not yet tried, by ordinal. */
    List<Queued> pending(long batch, int afterOrdinal, int limit);

    /** Takes one deferred message that is due; nobody else gets it for the given time. */
    Optional<Retry> claimDeferred(Duration hold);

    /** Records what came of attempts, in one durable transaction. */
    void record(List<Attempt> attempts);
}
