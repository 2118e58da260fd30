package fairnotice.mail.smtp;

import fairnotice.mail.MessageState;
import java.time.Duration;
import java.time.Instant;

/**
 * What came of handing one message over.
 *
 * @param at legal time
 * @param late whether the owner may have heard of this message before, so that it must be told again
 * @param retryIn real time until it is tried again; null when it is not
 */
public record Attempt(
        long batch, int ordinal, MessageState state, String reply, Instant at, boolean late, Duration retryIn) {

    /** Refused, and tried again all the same: it could not be written. */
    public boolean unwritten() {
        return state == MessageState.REFUSED && retryIn != null;
    }
}
