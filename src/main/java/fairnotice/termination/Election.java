package fairnotice.termination;

import java.time.LocalDate;
import java.util.List;

/**
 * What a customer chose to end.
 *
 * @param order the customer's order number
 * @param lines ids of the lines that end; none for the whole order
 * @param lastDay last day of use, in the policy's zone
 */
public record Election(String order, List<String> lines, LocalDate lastDay) {

    public Election {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The end of a whole order. */
    public static Election ofWhole(String order, LocalDate lastDay) {
        return new Election(order, List.of(), lastDay);
    }

    boolean isWhole() {
        return lines.isEmpty();
    }

    boolean ends(String line) {
        return isWhole() || lines.contains(line);
    }
}
