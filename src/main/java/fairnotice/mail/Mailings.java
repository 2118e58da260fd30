package fairnotice.mail;

import fairnotice.access.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All mailings. Each call joins the caller's transaction.
 *
 * <p>The life of a large one: {@link #open}, {@link #append} a page at a time, {@link #seal}. The senders work on what is committed. Whoever owns
 * mailings polls {@link #finishedBatches} and {@link #lateOutcomes}, and, when a mailing has settled, {@link #settled}.
 */
public interface Mailings {

    /** Opens a mailing, or finds the one already open under its key. */
    long open(NewMailing mailing);

    /**
     * Adds messages, one insert a page, cut into batches of about 500. Whom the mailing already writes to for the same party, compared
     * without case, is left out, so a page may be appended again; a cancelled mailing takes none.
     */
    void append(long mailing, List<Outgoing> page);

    /** No more messages will be added but replacements for refused ones. A mailing of none settles at once. */
    void seal(long mailing);

    /**
     * Sends one letter to the few it concerns; nothing happens when a letter of that key was sent already. Nobody is told what became of
     * it, but the pages about mailings show it.
     *
     * @return the mailing's id
     */
    long send(NewMailing letter, List<Outgoing> to);

    /**
     * Cancels what has not been handed over, deferred ones too, in mailings whose key starts with the prefix; those being sent may still
     * go out. Cancelled mailings settle as others do.
     */
    void cancelUnsent(String keyPrefix);

    /** Which of these addresses the mailing already writes to, compared without case; answers in lower case. */
    Set<String> addressed(long mailing, Collection<String> addresses);

    /** Batches whose every message was tried once, and whose owner has not yet heard ({@link #reported}); oldest first. */
    List<FinishedBatch> finishedBatches(int limit);

    /** Whether any batch of the mailings whose key starts with the prefix is still to be sent or reported. */
    boolean anyUnreported(String keyPrefix);

    /** What became of each message of a batch. */
    List<Outcome> outcomes(long batch);

    /** The owner has taken the batch's outcomes to heart; when it was the last of a sealed mailing, the mailing settles. */
    void reported(long batch);

    /** Tells these outcomes of a batch again, after it was reported: their owner could not take them. */
    void putOff(long batch, List<Outcome> outcomes);

    /**
     * Outcomes that came after a message's first (a deferred one handed over, a bounce), once its batch was reported; oldest first. None is
     * ever missed; one that came between trying and reporting may repeat what {@link #outcomes} said, with the same state and time.
     */
    List<LateOutcome> lateOutcomes(int limit);

    /** Takes them from the queue, but for those that another transaction takes; gone once the transaction commits. */
    List<Outcome> takeLate(Collection<Long> ids);

    /** Mailings settled and not yet {@link #signalled}; oldest first. */
    List<Mailing> settled(int limit);

    /** The process has heard that the mailing settled. */
    void signalled(long mailing);

    Optional<Mailing> find(long id);

    /** The same, when it is about something of these registers; about what is of none, only where all are asked for. */
    Optional<Mailing> find(long id, Scope within);

    /** What goes with every message of a mailing; the mailings found here come without it. */
    List<Attachment> enclosures(long mailing);

    Optional<Mailing> byKey(String key);

    /** Mailings about a reference, oldest first. */
    List<Mailing> about(String reference);

    /** Those about something of these registers, newest first; all where all are asked for. */
    List<Mailing> recent(Scope within, int limit);

    /** Counts over all contractual mailings whose key starts with the prefix. */
    MessageCounts counts(String keyPrefix);

    /** A page of a mailing's messages, for people. */
    List<Outcome> messages(long mailing, int offset, int limit);

    /** Whether nothing is waiting to be sent or reported; messages deferred by their servers do not count. */
    boolean isQuiet();
}
