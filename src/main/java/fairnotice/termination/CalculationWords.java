package fairnotice.termination;

import fairnotice.customer.Payment;
import fairnotice.customer.Pricing;
import fairnotice.termination.Worksheet.Line;
import fairnotice.termination.Worksheet.Part;
import java.math.BigDecimal;
import java.util.List;

/** How each figure of a worksheet comes about, in the language that is spoken; from its figures alone. */
final class CalculationWords {

    private CalculationWords() {}

    /** @param paid what was paid, less what other terminations refunded of it */
    static String paid(Part part, Payment payment, BigDecimal paid) {
        return base("paid", part, payment, billed(part, payment).subtract(paid), paid);
    }

    /** @param owed whether the policy gives unused pre-paid fees back */
    static String refund(Part part, Payment payment, BigDecimal paid, BigDecimal unused, boolean owed) {
        String counted = share(part, payment, paid, unused);
        return owed ? counted : RefundMessages.of("not-owed", counted, money(Amounts.none(part.currency()), part));
    }

    /** @param feesPayable whether unpaid fees for the time after the end stay owed */
    static String outstanding(
            Part part,
            Payment payment,
            BigDecimal open,
            BigDecimal after,
            BigDecimal waived,
            BigDecimal payable,
            boolean feesPayable) {
        return base("unpaid", part, payment, BigDecimal.ZERO, open)
                + "; "
                + RefundMessages.of(
                        feesPayable ? "outstanding.payable" : "outstanding.waived",
                        share(part, payment, open, after),
                        money(waived, part),
                        money(payable, part));
    }

    /** Why nothing is given back. @param clause where the policy is written */
    static String remark(List<Line> lines, boolean owed, String clause) {
        if (!owed) {
            return RefundMessages.of("remark.policy", clause);
        }
        if (lines.stream().anyMatch(CalculationWords::isRefundedEarlier)) {
            boolean all = lines.stream().allMatch(line -> line.paid().signum() == 0);
            return RefundMessages.of(all ? "remark.refunded" : "remark.used-or-refunded");
        }
        return RefundMessages.of(lines.isEmpty() ? "remark.unpaid" : "remark.used");
    }

    private static boolean isRefundedEarlier(Line line) {
        return line.paid().compareTo(billed(line.part(), line.payment())) < 0;
    }

    private static BigDecimal billed(Part part, Payment payment) {
        return RefundRules.base(payment, part.currency());
    }

    private static String share(Part part, Payment payment, BigDecimal whole, BigDecimal unused) {
        long parts = RefundRules.parts(part.pricing(), payment);
        boolean lapsed = part.pricing() == Pricing.UNIT && !part.lastDay().isBefore(payment.ends());
        return RefundMessages.of(
                lapsed ? "share.lapsed" : "share." + part.pricing(),
                money(whole, part),
                RefundMessages.number(RefundRules.unusedParts(part, payment)),
                RefundMessages.number(parts),
                money(unused, part),
                parts);
    }

    /** @param earlier what other terminations refunded of it */
    private static String base(String kind, Part part, Payment payment, BigDecimal earlier, BigDecimal base) {
        String deductions = deduction("discount", payment.discount())
                + deduction("credited", payment.credited())
                + deduction("refunded", payment.refunded())
                + deduction("terminated", earlier);
        return deductions.isEmpty()
                ? RefundMessages.of(kind + ".all", money(base, part))
                : RefundMessages.of(kind, money(payment.net(), part), deductions, money(base, part));
    }

    private static String deduction(String name, BigDecimal amount) {
        return amount.signum() == 0 ? "" : RefundMessages.of("deduction." + name, RefundMessages.number(amount));
    }

    private static String money(BigDecimal amount, Part part) {
        return RefundMessages.money(amount, part.currency());
    }
}
