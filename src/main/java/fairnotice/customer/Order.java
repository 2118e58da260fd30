package fairnotice.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was bought, for how long, and pre-paid how much.
 *
 * @param externalId the customer's order number, unique for the customer
 * @param begins first day
 * @param ends last day as it was bought, inclusive; {@link #lastDay} is earlier when the order was ended before it
 * @param prepaid in {@code currency}, never negative, at the currency's own minor unit; where lines are stated, refunds rest on their
 *     payments alone
 * @param currency ISO 4217
 * @param lines as they were stated, in that order; none when only the order as a whole is known
 * @param ended what of it was ended before its time
 */
public record Order(
        String externalId,
        String product,
        LocalDate begins,
        LocalDate ends,
        BigDecimal prepaid,
        String currency,
        List<OrderLine> lines,
        List<EndedLine> ended) {

    public Order {
        lines = List.copyOf(lines);
        ended = List.copyOf(ended);
    }

    /** An order of which only the whole is known. */
    public Order(
            String externalId, String product, LocalDate begins, LocalDate ends, BigDecimal prepaid, String currency) {
        this(externalId, product, begins, ends, prepaid, currency, List.of(), List.of());
    }

    /** The same with what was ended of it. */
    Order with(List<EndedLine> whatEnded) {
        return new Order(externalId, product, begins, ends, prepaid, currency, lines, whatEnded);
    }

    /** The same with other lines. */
    public Order withLines(List<OrderLine> others) {
        return new Order(externalId, product, begins, ends, prepaid, currency, others, ended);
    }

    /** Its lines; an order without any counts as one, paid at once for the whole time of the order and without tax. */
    public List<OrderLine> linesOrWhole() {
        if (!lines.isEmpty()) {
            return lines;
        }
        Payment whole = Payment.ofTime(externalId, begins, begins, ends, prepaid);
        return List.of(new OrderLine(externalId, product, Pricing.TIME, List.of(whole)));
    }

    /** By which invoices it was paid, as {@link InvoiceNumber#key} gives them; none where only the whole is known. */
    public List<String> invoices() {
        return lines.stream()
                .flatMap(line -> line.payments().stream())
                .map(payment -> InvoiceNumber.key(payment.invoice()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The last day, inclusive, on which anything of it is in use. */
    public LocalDate lastDay() {
        return wholeEnd().map(EndedLine::lastDay).filter(ends::isAfter).orElse(ends);
    }

    /** Whether anything of it is in use on that day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(begins) && !day.isAfter(lastDay());
    }

    /** What ended it early: the end of the whole, or of the line that goes on longest; empty while a line was not ended. */
    public Optional<EndedLine> wholeEnd() {
        Optional<EndedLine> whole = ended.stream().filter(EndedLine::isWhole).findFirst();
        if (whole.isPresent() || !linesOrWhole().stream().allMatch(line -> hasEnded(line.externalId()))) {
            return whole;
        }
        return ended.stream()
                .filter(end -> linesOrWhole().stream()
                        .anyMatch(line -> line.externalId().equals(end.line())))
                .max(Comparator.comparing(EndedLine::lastDay));
    }

    /** Whether that line was ended early, on whatever day. */
    public boolean hasEnded(String line) {
        return ended.stream().anyMatch(end -> end.isWhole() || end.line().equals(line));
    }
}
