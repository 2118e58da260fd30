package fairnotice.clearance;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a vendor may process a customer's data now, in the role the published list shows.
 *
 * @param since legal time since when it may; null when it may not
 * @param reason why, in sentences for staff; names the change and the objection that decide
 */
public record Clearance(boolean cleared, Instant since, String reason) {

    static Clearance yes(Instant since, String reason) {
        return new Clearance(true, since, reason);
    }

    static Clearance no(String reason) {
        return new Clearance(false, null, reason);
    }

    Clearance adding(String sentence) {
        return new Clearance(cleared, since, reason + " " + sentence);
    }

    /** The latest of these moments, those that are null apart. */
    static Instant latest(Instant... moments) {
        return Stream.of(moments)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
