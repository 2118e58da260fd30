package fairnotice.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one invoice asked for one line and period, and whether it was paid. Amounts are in the order's currency at its minor unit, before
 * tax, and never negative.
 *
 * @param paidOn null while it was invoiced but not yet paid
 * @param begins first day of the period
 * @param ends last day of the period, inclusive; it may be years later
 * @param net what was billed
 * @param discount what was billed less than {@code net}
 * @param credited what earlier credit notes took off
 * @param refunded what was given back earlier
 * @param taxRate per cent, 0 to 100
 * @param means how it was paid, so that it can be paid back the same way; null where that is not known
 * @param unitsBought units the period was bought with; null for a line priced by time
 * @param unitsUsed how many of them are used up; null for a line priced by time
 */
public record Payment(
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

    /** Paid in full for a time, without discount, credit or tax. */
    public static Payment ofTime(String invoice, LocalDate paidOn, LocalDate begins, LocalDate ends, BigDecimal net) {
        BigDecimal none = BigDecimal.ZERO.setScale(Math.max(0, net.scale()));
        return new Payment(invoice, paidOn, begins, ends, net, none, none, none, BigDecimal.ZERO, null, null, null);
    }

    /** What was billed net of discount, credits and earlier refunds, before tax. */
    public BigDecimal kept() {
        return net.subtract(discount).subtract(credited).subtract(refunded);
    }

    /** The same with no more units used; empty where that is not known, and of a line priced by time. */
    public Payment usedAtMost(Optional<Long> units) {
        Long used = units.filter(most -> unitsUsed != null && most < unitsUsed).orElse(unitsUsed);
        return new Payment(
                invoice, paidOn, begins, ends, net, discount, credited, refunded, taxRate, means, unitsBought, used);
    }

    public boolean isPaid() {
        return paidOn != null;
    }

    /** Whether it was paid by that day; one that is said to be paid later is not. */
    public boolean isPaidBy(LocalDate day) {
        return isPaid() && !paidOn.isAfter(day);
    }
}
