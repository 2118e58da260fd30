package fairnotice.termination;

import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Payment;
import fairnotice.customer.Pricing;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a refund was worked out, with everything it rests on as it was then. Amounts are before tax unless they say otherwise, each at the
 * minor unit of its currency (ISO 4217).
 *
 * @param policyVersion the version of the register's policy it follows
 * @param clause where that policy is written
 * @param zone whose days are counted
 * @param revision of the customer whose orders and payments it counts; 0 where that was not kept yet
 * @param electedOn the day of the election in that zone
 * @param refundOwed whether the policy gives unused pre-paid fees back
 * @param outstandingFeesPayable whether unpaid fees for the time after the end stay owed
 * @param lines one for each paid invoice and period of what ends
 * @param creditNotes the refund by invoice, currency and tax rate
 * @param outstanding invoices that were not paid, which refund nothing
 * @param totals one for each currency
 * @param remark why nothing is refunded at all; null when something is
 * @param invoices those of {@code lines}; none of an order of which only the whole is known
 */
public record Worksheet(
        String register,
        int policyVersion,
        String clause,
        String zone,
        long customer,
        long revision,
        Instant electedAt,
        LocalDate electedOn,
        boolean refundOwed,
        boolean outstandingFeesPayable,
        List<Election> elections,
        List<Line> lines,
        List<CreditNote> creditNotes,
        List<OutstandingFee> outstanding,
        List<Total> totals,
        String remark,
        List<Invoice> invoices) {

    public Worksheet {
        elections = List.copyOf(elections);
        lines = List.copyOf(lines);
        creditNotes = List.copyOf(creditNotes);
        outstanding = List.copyOf(outstanding);
        totals = List.copyOf(totals);
        invoices = invoices == null ? Invoice.of(lines) : List.copyOf(invoices);
    }

    /**
     * An invoice that what ends was paid with.
     *
     * @param number as it was stated first
     * @param billed what was billed with it for all orders of the customer, less discounts, credits and earlier refunds
     */
    public record Invoice(String number, String currency, BigDecimal billed) {

        boolean isOf(String key) {
            return EarlierRefunds.key(number).equals(key);
        }

        /** Of a worksheet that did not keep them: what of them was paid for what ended. */
        private static List<Invoice> of(List<Line> lines) {
            return lines.stream()
                    .filter(line -> !line.part().line().equals(line.part().order())
                            || !line.payment().invoice().equals(line.part().order()))
                    .map(line ->
                            new Invoice(line.payment().invoice(), line.part().currency(), line.paid()))
                    .toList();
        }
    }

    /** Numbers of the invoices without case and blanks, by which other terminations find them. */
    public List<String> invoiceKeys() {
        return invoices.stream()
                .map(invoice -> EarlierRefunds.key(invoice.number()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What ends, whose it was and until when it was used.
     *
     * @param product of the order
     * @param line its id; of an order without lines the order's own
     */
    public record Part(
            String order,
            String product,
            String line,
            String description,
            Pricing pricing,
            String currency,
            LocalDate lastDay) {}

    /**
     * @param payment the invoice as it was stated
     * @param parts days of the period, or units bought
     * @param unusedParts those after the last day of use, or not used up
     * @param paid what was paid net of discount, credits and earlier refunds: {@code used} and {@code unused} together
     * @param refund what of it is given back
     * @param paidFormula how {@code paid} comes about
     * @param formula how {@code refund} comes about
     */
    public record Line(
            Part part,
            Payment payment,
            long parts,
            long unusedParts,
            BigDecimal paid,
            BigDecimal used,
            BigDecimal unused,
            BigDecimal refund,
            String paidFormula,
            String formula) {

        /** Whether units that were not used have lapsed with their period. */
        boolean isLapsed() {
            return part.pricing() == Pricing.UNIT && unusedParts == 0 && payment.unitsUsed() < parts;
        }

        /** Whether units are given back, which cannot be used any more. */
        boolean isUnitsPaidBack() {
            return part.pricing() == Pricing.UNIT && refund.signum() > 0;
        }
    }

    /**
     * @param open what was invoiced and not paid: for the time until the end and for the time after it
     * @param payable what of it stays owed
     * @param waived the rest
     */
    public record OutstandingFee(
            Part part,
            Payment payment,
            BigDecimal open,
            BigDecimal untilEnd,
            BigDecimal afterEnd,
            BigDecimal payable,
            BigDecimal waived,
            String formula) {}

    /** @param gross {@code net} and {@code tax} */
    public record Total(
            String currency, BigDecimal paid, BigDecimal used, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    /**
     * What ends, a sentence for each election: "PO-1, Suite: the whole order; last day of use 31 December 2026 (Europe/Berlin)". Units to be
     * paid back are named after it.
     */
    public List<String> ends() {
        return RefundStatement.ended(this, "units.ahead").stream()
                .map(end -> Stream.concat(
                                Stream.of(RefundMessages.of(
                                        "ends", end.order(), end.product(), end.lines(), end.lastDay(), zone)),
                                end.units().stream())
                        .collect(Collectors.joining(". ")))
                .toList();
    }

    /** Why nothing is refunded, in the language that is spoken: in English as it was kept. Null where something is. */
    public String remarkInWords() {
        return remark == null || isEnglish() ? remark : CalculationWords.remark(lines, refundOwed, clause);
    }

    /** How what was paid comes about, in the language that is spoken: in English as it was kept. */
    public String paidInWords(Line line) {
        return isEnglish() ? line.paidFormula() : CalculationWords.paid(line.part(), line.payment(), line.paid());
    }

    /** The same of what is given back of it. */
    public String refundInWords(Line line) {
        return isEnglish()
                ? line.formula()
                : CalculationWords.refund(line.part(), line.payment(), line.paid(), line.unused(), refundOwed);
    }

    /** The same of what stays to be paid. */
    public String outstandingInWords(OutstandingFee fee) {
        return isEnglish()
                ? fee.formula()
                : CalculationWords.outstanding(
                        fee.part(),
                        fee.payment(),
                        fee.open(),
                        fee.afterEnd(),
                        fee.waived(),
                        fee.payable(),
                        outstandingFeesPayable);
    }

    private static boolean isEnglish() {
        return Language.spoken() == Language.EN;
    }

    /** What of a currency's payments counts as used: for time until the last day, of units what was used when it was worked out. */
    public String used(String currency) {
        List<Line> own = lines.stream()
                .filter(line -> line.part().currency().equals(currency))
                .toList();
        List<Line> units = own.stream()
                .filter(line -> line.part().pricing() == Pricing.UNIT)
                .toList();
        List<Line> time = own.stream()
                .filter(line -> line.part().pricing() != Pricing.UNIT)
                .toList();
        List<String> used = new ArrayList<>();
        if (!time.isEmpty()) {
            used.add(RefundMessages.of("used.TIME", money(time, currency)));
        }
        if (!units.isEmpty()) {
            long number = units.stream()
                    .mapToLong(line -> line.parts() - line.unusedParts())
                    .sum();
            String key = units.stream().anyMatch(Line::isLapsed) ? "used.LAPSED" : "used.UNIT";
            used.add(RefundMessages.of(key, RefundMessages.number(number), money(units, currency), number));
        }
        return Phrase.all(used).said();
    }

    private static String money(List<Line> lines, String currency) {
        return RefundMessages.money(
                Amounts.sum(currency, lines.stream().map(Line::used).toList()), currency);
    }

    /** The customer with no more units used than were when it was worked out. */
    Customer asUsed(Customer now) {
        return now.with(now.contacts(), now.orders().stream().map(this::asUsed).toList());
    }

    private Order asUsed(Order order) {
        List<OrderLine> then = order.lines().stream()
                .map(line -> new OrderLine(
                        line.externalId(),
                        line.description(),
                        line.pricing(),
                        line.payments().stream()
                                .map(payment -> payment.usedAtMost(used(order, line, payment)))
                                .toList()))
                .toList();
        return order.withLines(then);
    }

    private Optional<Long> used(Order order, OrderLine line, Payment payment) {
        return lines.stream()
                .filter(each -> each.part().order().equals(order.externalId())
                        && each.part().line().equals(line.externalId())
                        && each.payment().invoice().equals(payment.invoice())
                        && each.payment().begins().equals(payment.begins()))
                .map(each -> each.payment().unitsUsed())
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Whether anything of what ends was paid, whatever was given back of it. */
    boolean isAnythingPaid() {
        return lines.stream().anyMatch(line -> line.payment().net().signum() > 0);
    }

    /** Whether there is anything to give back. */
    public boolean isRefundDue() {
        return totals.stream().anyMatch(total -> total.gross().signum() > 0);
    }
}
