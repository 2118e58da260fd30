package fairnotice.objection;

import fairnotice.refusal.Language;
import java.time.Duration;
import java.time.Instant;

/**
 * Filed on the page open to all by somebody whose address is not confirmed yet.
 *
 * @param filedAt legal time; what it counts from once the address is confirmed
 * @param mailedAt legal time at which its address was asked to confirm it; null while that waits
 * @param objection reference of what it became; null before
 * @param language of the page it was filed on
 */
public record Unconfirmed(
        long id,
        String change,
        String name,
        String organisation,
        String email,
        Grounds grounds,
        String text,
        Instant filedAt,
        Instant mailedAt,
        Instant confirmedAt,
        String objection,
        Language language) {

    /** An objection that counts from its filing must not lie in stock. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    /** After that moment it does not count any more. @param asked when its address was asked to confirm it */
    static Instant toBeConfirmedBy(Instant asked) {
        return asked.plus(CONFIRMED_WITHIN);
    }
}
