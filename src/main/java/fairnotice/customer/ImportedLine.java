package fairnotice.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A line of an order as somebody states it to us, not yet checked.
 *
 * @param pricing name of a {@link Pricing}, in any case
 */
public record ImportedLine(String id, String description, String pricing, List<ImportedPayment> payments) {

    public ImportedLine {
        payments = payments == null ? List.of() : List.copyOf(payments);
    }

    /**
     * What {@link Payment} is once it is checked; a missing discount, credit, refund or tax rate is none.
     *
     * @param paidOn null for invoiced and not yet paid
     * @param ends last day, inclusive
     */
    public record ImportedPayment(
            String invoice,
            LocalDate paidOn,
            LocalDate begins,
            LocalDate ends,
            BigDecimal net,
            BigDecimal discount,
            BigDecimal credited,
            BigDecimal refunded,
            BigDecimal taxRate,
            String means,
            Long unitsBought,
            Long unitsUsed) {

        public ImportedPayment {
            discount = orNone(discount);
            credited = orNone(credited);
            refunded = orNone(refunded);
            taxRate = orNone(taxRate);
        }

        private static BigDecimal orNone(BigDecimal amount) {
            return amount == null ? BigDecimal.ZERO : amount;
        }

        Payment checked(String currency) {
            return new Payment(
                    invoice,
                    paidOn,
                    begins,
                    ends,
                    minor(net, currency),
                    minor(discount, currency),
                    minor(credited, currency),
                    minor(refunded, currency),
                    plain(taxRate),
                    means,
                    unitsBought,
                    unitsUsed);
        }
    }

    /** The line, once {@link ImportRules} found nothing wrong with it. */
    OrderLine checked(String currency) {
        return new OrderLine(
                id,
                description.strip(),
                Pricing.valueOf(pricing.toUpperCase(java.util.Locale.ROOT)),
                payments.stream().map(payment -> payment.checked(currency)).toList());
    }

    /** With as many decimals as the currency has. */
    static BigDecimal minor(BigDecimal amount, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal shortest = rate.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
