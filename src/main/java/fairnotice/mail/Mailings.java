package fairnotice.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All mailings. Each call joins the caller's transaction.
 *
 * <p>The life of one: {@link #open}, {@link #append} a page at a time, {@link #seal}. The senders work on what is committed. Whoever owns
 * mailings polls {@link #finishedBatches} and {@link #lateOutcomes}, and, when a mailing has settled, {@link #settled}.
 */
public interface Mailings {

    /** Opens a mailing, or finds the one already open under its key. */
    long open(NewMailing mailing);

    /** Adds messages, one insert a page, cut into batches of about 500. */
    void append(long mailing, List<Outgoing> page);

    /** No more messages will be added but replacements for refused ones. A mailing of none settles at once. */
    void seal(long mailing);

    /** Cancels what has not been handed over in mailings whose key starts with the prefix; those being sent may still go out. */
    void cancelUnsent(String keyPrefix);

    /** Which of these addresses the mailing already writes to, compared without case; answers in lower case. */
    Set<String> addressed(long mailing, Collection<String> addresses);

    /** Batches whose every message was tried once, and whose owner has not yet heard ({@link #reported}); oldest first. */
    List<FinishedBatch> finishedBatches(int limit);

    /** What became of each message of a batch. */
    List<Outcome> outcomes(long batch);

    /** The owner has taken the batch's outcomes to heart; when it was the last of a sealed mailing, the mailing settles. */
    void reported(long batch);

    /** Takes outcomes that came after their batch was reported (a deferred one handed over, a bounce); gone once the transaction commits. */
    List<Outcome> lateOutcomes(int limit);

    /** Mailings settled and not yet {@link #signalled}; oldest first. */
    List<Mailing> settled(int limit);

    /** The process has heard that the mailing settled. */
    void signalled(long mailing);

    Optional<Mailing> find(long id);

    Optional<Mailing> byKey(String key);

    /** Mailings about a reference, oldest first. */
    List<Mailing> about(String reference);

    /** Newest first. */
    List<Mailing> recent(int limit);

    /** Counts over all contractual mailings about a reference whose key starts with the prefix. */
    MessageCounts counts(String keyPrefix);

    /** A page of a mailing's messages, for people. */
    List<Outcome> messages(long mailing, int offset, int limit);

    /** Whether nothing is waiting to be sent or reported; messages deferred by their servers do not count. */
    boolean isQuiet();
}
