package fairnotice.mail.smtp;

import fairnotice.refusal.Language;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What waits to be sent. Leases count in the database's real time. */
public interface Outbox {

    /**
     * Takes a batch nobody owns, or several of a few letters; those go first, so that a single letter never waits for a large mailing.
     * None when there is nothing to send.
     */
    List<ClaimedBatch> claim(Duration lease);

    /** Renews leases; answers the owners that still hold theirs. */
    Set<UUID> renew(Collection<UUID> owners, Duration lease);

    /** Gives batches back before they are finished. */
    void release(Collection<ClaimedBatch> batches);

    /** Gives batches back before they are finished; nobody takes them for that long. */
    void setAside(Collection<ClaimedBatch> batches, Duration wait);

    /** Every message of these batches was tried or cancelled; nothing happens to a batch that has another owner by now. */
    void done(Collection<ClaimedBatch> batches);

    /** What the messages of a mailing in that language share; in English where it has no letter in it. */
    MailingHeader masthead(long mailing, Language language);

    /** The next messages of these batches not yet tried, in the order of the table. @param after null for the first */
    List<Queued> pending(Collection<ClaimedBatch> batches, Queued after, int limit);

    /** Takes one deferred message that is due; nobody else gets it for the given time, which must be longer than trying it takes. */
    Optional<Retry> claimDeferred(Duration hold);

    /** Gives a deferred message back that could not be tried. */
    void giveBack(Retry untried);

    /** Whether the relay accepted a message of the mailing to a domain other than its sender's. */
    boolean isAccepting(long mailing);

    /**
     * Holds the message's mailing: its batches are claimed by nobody, and one of its messages is tried after a while.
     *
     * @param nextIn real time until then
     */
    Hold hold(Queued message, String reply, Duration nextIn);

    /** What was refused in batches of the mailing that are not finished. */
    List<Refusal> refused(long mailing);

    /** Makes refused messages pending again, where their batch is not finished. */
    void takeBack(List<Refusal> refused);

    /** Takes a batch of a held mailing whose time has come; the next waits twice as long. Mailings without work are held no longer. */
    Optional<ClaimedBatch> claimHeld(Duration lease);

    /** The pending message of a batch that was tried least often. */
    Optional<Queued> leastTried(ClaimedBatch batch);

    /** A message of a held mailing was refused again; a mailing held for longer than {@code most} is given up. */
    void stillHeld(Queued message, String reply, Duration most);

    /** A held mailing goes on, and the others are tried at once. */
    Unheld unhold(long mailing);

    /** How many messages are still to be tried for the first time. */
    long waiting();

    /** Records what came of attempts, in one durable transaction. */
    void record(List<Attempt> attempts);
}
