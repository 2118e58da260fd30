package fairnotice.clearance;

import fairnotice.refusal.Phrase;
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
public record Clearance(boolean cleared, Instant since, Phrase reason) {

    static Clearance yes(Instant since, Phrase reason) {
        return new Clearance(true, since, reason);
    }

    static Clearance no(Phrase reason) {
        return new Clearance(false, null, reason);
    }

    /** The sentence with the case or change that it is about. */
    static Phrase naming(Phrase sentence, String reference) {
        return Phrase.of("clearance.about", sentence, reference);
    }

    Clearance adding(Phrase sentence) {
        return new Clearance(cleared, since, reason.and(sentence));
    }

    /** The latest of these moments, those that are null apart. */
    static Instant latest(Instant... moments) {
        return Stream.of(moments)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
