package fairnotice.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What was bought, for how long, and pre-paid how much.
 *
 * @param externalId the customer's order number, unique for the customer
 * @param begins first day
 * @param ends last day, inclusive
 * @param prepaid in {@code currency}, never negative, at the currency's own minor unit; where lines are stated, refunds rest on their
 *     payments alone
 * @param currency ISO 4217
 * @param lines as they were stated, in that order; none when only the order as a whole is known
 */
public record Order(
        String externalId,
        String product,
        LocalDate begins,
        LocalDate ends,
        BigDecimal prepaid,
        String currency,
        List<OrderLine> lines) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** An order of which only the whole is known. */
    public Order(
            String externalId, String product, LocalDate begins, LocalDate ends, BigDecimal prepaid, String currency) {
        this(externalId, product, begins, ends, prepaid, currency, List.of());
    }

    /** Its lines; an order without any counts as one, paid at once for the whole time of the order and without tax. */
    public List<OrderLine> linesOrWhole() {
        if (!lines.isEmpty()) {
            return lines;
        }
        Payment whole = Payment.ofTime(externalId, begins, begins, ends, prepaid);
        return List.of(new OrderLine(externalId, product, Pricing.TIME, List.of(whole)));
    }
}
