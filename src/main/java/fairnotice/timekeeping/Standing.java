package fairnotice.timekeeping;

import fairnotice.refusal.Phrase;
import java.time.Duration;
import java.time.Instant;

/**
 * What a node's clock is worth at the moment.
 *
 * @param right whether legal time may be read from it
 * @param ahead of the database's clock, negative for behind; null when it could not be compared
 * @param since when it has stood so, in the database's time; null before the first comparison
 */
public record Standing(boolean right, Duration ahead, Instant since) {

    static final Standing NEVER_COMPARED = new Standing(false, null, null);

    boolean isSameAs(Standing other) {
        return right == other.right && (ahead == null) == (other.ahead == null);
    }

    /** For whoever has to put it right, and for whom it refuses something. */
    public String sentence() {
        if (ahead == null) {
            return Phrase.of("said.clock.not-compared").said();
        }
        if (right) {
            return Phrase.of("said.clock.right").said();
        }
        Phrase off = words(Duration.ofSeconds(Math.round(ahead.abs().toMillis() / 1000.0)));
        return Phrase.of(ahead.isNegative() ? "said.clock.behind" : "said.clock.ahead", off)
                .said();
    }

    private static Phrase words(Duration off) {
        if (off.toDays() > 1) {
            return Phrase.of("said.clock.days", off.toDays());
        }
        if (off.toHours() > 1) {
            return Phrase.of("said.clock.hours", off.toHours());
        }
        return off.toMinutes() > 1
                ? Phrase.of("said.clock.minutes", off.toMinutes())
                : Phrase.of("said.clock.seconds", off.toSeconds());
    }
}
