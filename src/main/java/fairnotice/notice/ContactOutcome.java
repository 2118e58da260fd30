package fairnotice.notice;

import fairnotice.mail.MessageState;
import fairnotice.mail.Outcome;
import java.time.Instant;

/**
 * What became of a notice's message to one contact.
 *
 * @param at when it came to that
 * @param handedOverAt when our relay accepted it, whatever was reported since; null when it never did
 * @param unconfirmed epoch of the contact it was written to, where one person alone had added or changed that contact and nobody else has confirmed:
 *     it starts no clock (decision record 16); null where it counts
 * @param countsFrom when its contact was confirmed, where that came later: nothing counts from before; null for one that counted at once
 */
public record ContactOutcome(
        long notice,
        long contact,
        MessageState state,
        Instant at,
        Instant handedOverAt,
        Integer unconfirmed,
        Instant countsFrom) {

    /** One that counts, or of which that is not known here. */
    public ContactOutcome(long notice, long contact, MessageState state, Instant at, Instant handedOverAt) {
        this(notice, contact, state, at, handedOverAt, null, null);
    }

    /** A message to be written. */
    public static ContactOutcome pending(long notice, Recipient to, Instant at) {
        return new ContactOutcome(notice, to.contact(), MessageState.PENDING, at, null, to.unconfirmed(), null);
    }

    static ContactOutcome of(Outcome outcome) {
        return new ContactOutcome(
                outcome.party(), outcome.contact(), outcome.state(), outcome.at(), outcome.handedOverAt());
    }

    /** How the message stands after more is heard of it: that it was handed over once stays known, until it failed and was sent again. */
    ContactOutcome then(ContactOutcome heard) {
        boolean anew = state.failed() && heard.state().reached();
        Instant first = handedOverAt == null || anew ? heard.handedOverAt() : handedOverAt;
        return new ContactOutcome(notice, contact, heard.state(), heard.at(), first, unconfirmed, countsFrom);
    }

    /** Whether it may start the clock, or leave it to be started. */
    boolean counts() {
        return unconfirmed == null;
    }

    /** When it came to that, or to what it counts from. */
    Instant countedAt() {
        return notBefore(at);
    }

    /** When it was handed over; one whose delivery was reported before that was noted was handed over by then. */
    Instant countedHandOver() {
        return notBefore(handedOverAt == null ? at : handedOverAt);
    }

    private Instant notBefore(Instant happened) {
        return countsFrom == null || countsFrom.isBefore(happened) ? happened : countsFrom;
    }
}
