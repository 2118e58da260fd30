package fairnotice.notice;

import fairnotice.mail.MessageState;
import fairnotice.mail.Outcome;
import java.time.Instant;

/**
 * What became of a notice's message to one contact.
 *
 * @param at when it came to that
 * @param handedOverAt when our relay accepted it, whatever was reported since; null when it never did
 */
public record ContactOutcome(long notice, long contact, MessageState state, Instant at, Instant handedOverAt) {

    /** A message to be written. */
    static ContactOutcome pending(long notice, long contact, Instant at) {
        return new ContactOutcome(notice, contact, MessageState.PENDING, at, null);
    }

    static ContactOutcome of(Outcome outcome) {
        return new ContactOutcome(
                outcome.party(), outcome.contact(), outcome.state(), outcome.at(), outcome.handedOverAt());
    }

    /** How the message stands after more is heard of it: that it was handed over once stays known, until it failed and was sent again. */
    ContactOutcome then(ContactOutcome heard) {
        boolean anew = state.failed() && heard.state().reached();
        Instant first = handedOverAt == null || anew ? heard.handedOverAt() : handedOverAt;
        return new ContactOutcome(notice, contact, heard.state(), heard.at(), first);
    }
}
