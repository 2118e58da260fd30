package fairnotice.termination;

import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something a customer has ended, which it cannot end, and be refunded for, again.
 *
 * @param line empty for the order as a whole, whatever lines it gets later
 */
public record EndedLine(String order, String line) {

    static EndedLine wholeOf(String order) {
        return new EndedLine(order, "");
    }

    /** What an election ends, each line by its id. */
    static List<EndedLine> of(Election election, Order order) {
        Stream<EndedLine> lines = order.linesOrWhole().stream()
                .map(OrderLine::externalId)
                .filter(election::ends)
                .map(line -> new EndedLine(election.order(), line));
        boolean all = order.linesOrWhole().stream().map(OrderLine::externalId).allMatch(election::ends);
        Stream<EndedLine> whole = all ? Stream.of(wholeOf(election.order())) : Stream.of();
        return Stream.concat(lines, whole).toList();
    }
}
