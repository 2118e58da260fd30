package fairnotice.objection;

import fairnotice.mail.MessageState;
import fairnotice.mail.Outcome;
import java.time.Instant;

/**
 * What became of a letter to one contact.
 *
 * @param at when it came to that; of a message that was accepted, when our relay did, whatever was reported since
 */
public record ContactReached(long contact, MessageState state, Instant at) {

    static ContactReached of(Outcome outcome) {
        boolean accepted = outcome.state().reached() && outcome.handedOverAt() != null;
        return new ContactReached(outcome.contact(), outcome.state(), accepted ? outcome.handedOverAt() : outcome.at());
    }
}
