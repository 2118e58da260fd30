package fairnotice.termination;

import fairnotice.customer.EndedLine;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** Every line of an order chosen one by one is the whole order, and is called so. */
    Election asChosenOf(Order ended) {
        boolean all = ended.linesOrWhole().stream().map(OrderLine::externalId).allMatch(this::ends);
        return all ? ofWhole(order, lastDay) : this;
    }

    /** Of those that end last. */
    static LocalDate lastDay(List<Election> elections) {
        return elections.stream()
                .map(Election::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean isWhole() {
        return lines.isEmpty();
    }

    boolean ends(String line) {
        return isWhole() || lines.contains(line);
    }

    /** What it ends of the order, each line by its id; and the order as a whole, when no line goes on. @param by reference of its termination */
    List<EndedLine> ends(Order of, String by) {
        List<String> all = of.linesOrWhole().stream().map(OrderLine::externalId).toList();
        Stream<String> whole = all.stream().allMatch(this::ends) ? Stream.of("") : Stream.of();
        return Stream.concat(all.stream().filter(this::ends), whole)
                .map(line -> new EndedLine(order, line, lastDay, by))
                .toList();
    }
}
