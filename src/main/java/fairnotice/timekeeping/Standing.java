package fairnotice.timekeeping;

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
            return "This node could not compare its clock with the database's.";
        }
        if (right) {
            return "This node's clock agrees with the database's.";
        }
        return "This node's clock is "
                + words(Duration.ofSeconds(Math.round(ahead.abs().toMillis() / 1000.0)))
                + (ahead.isNegative() ? " behind the database's." : " ahead of the database's.");
    }

    private static String words(Duration off) {
        if (off.toDays() > 1) {
            return off.toDays() + " days";
        }
        if (off.toHours() > 1) {
            return off.toHours() + " hours";
        }
        return off.toMinutes() > 1 ? off.toMinutes() + " minutes" : off.toSeconds() + " seconds";
    }
}
