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
 */
public record ContactOutcome(
        long notice, long contact, MessageState state, Instant at, Instant handedOverAt, Integer unconfirmed) {

    /** One that counts, or of which that is not known here. */
    public ContactOutcome(long notice, long contact, MessageState state, Instant at, Instant handedOverAt) {
        this(notice, contact, state, at, handedOverAt, null);
    }

    /** A message to be written. */
    public static ContactOutcome pending(long notice, Recipient to, Instant at) {
        return new ContactOutcome(notice, to.contact(), MessageState.PENDING, at, null, to.unconfirmed());
    }

    static ContactOutcome of(Outcome outcome) {
        return new ContactOutcome(
                outcome.party(), outcome.contact(), outcome.state(), outcome.at(), outcome.handedOverAt());
    }

    /** How the message stands after more is heard of it: that it was handed over once stays known, until it failed and was sent again. */
    ContactOutcome then(ContactOutcome heard) {
        boolean anew = state.failed() && heard.state().reached();
        Instant first = handedOverAt == null || anew ? heard.handedOverAt() : handedOverAt;
        return new ContactOutcome(notice, contact, heard.state(), heard.at(), first, unconfirmed);
    }

    /** Whether it may start the clock, or leave it to be started. */
    boolean counts() {
        return unconfirmed == null;
    }

    ContactOutcome confirmed() {
        return new ContactOutcome(notice, contact, state, at, handedOverAt);
    }
}
