package fairnotice.termination;

import fairnotice.refusal.Phrase;
import fairnotice.termination.Worksheet.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the customer is told of the end of its orders and of its refund, as it is read: every day and amount is written out. It names the
 * roles of those who approved and paid, never the people.
 *
 * @param remark why nothing is refunded; null when something is
 * @param alteration why the refund differs from what was worked out; null when it does not
 * @param calculated the amounts, tax included, that were worked out, before anybody altered them
 * @param toldAs the end of the key that tells the alteration
 * @param recalculated the amounts, tax included, that the customer was told when it chose, where they were calculated again since; none where they were not
 * @param lowered whether less is refunded in some currency
 */
public record RefundStatement(
        String reference,
        String publisher,
        String customer,
        String objection,
        String change,
        String issuedOn,
        String electedOn,
        String zone,
        String clause,
        List<Ended> orders,
        List<Step> steps,
        List<Credit> credits,
        List<Sum> totals,
        List<Step> outstanding,
        List<Paid> payments,
        String remark,
        String alteration,
        List<String> decided,
        List<String> calculated,
        String toldAs,
        List<String> recalculated,
        boolean lowered) {

    /**
     * @param lines what of it ends: "the whole order", or its lines by name
     * @param units what of its units is to be paid back or was, and cannot be used from the confirmation on: a sentence for each invoice
     */
    public record Ended(String order, String product, String lines, String lastDay, List<String> units) {}

    /** @param inputs how what was paid comes about @param formula how the result does */
    public record Step(String what, String invoice, String period, String inputs, String formula, String result) {}

    public record Credit(String invoice, String means, String net, String taxRate, String tax, String gross) {}

    /**
     * @param used what of it counts as used, in words, and what was withheld or added
     * @param adjustment what was withheld or added before tax, so that the lines and the sum close; null where nothing was
     */
    public record Sum(
            String currency,
            String paid,
            String used,
            String calculated,
            String net,
            String tax,
            String gross,
            String adjustment) {}

    public record Paid(String amount, String paymentReference, String paidOn) {}

    static RefundStatement of(Termination termination, String publisher, String customer, Instant issuedAt) {
        Worksheet sheet = termination.worksheet();
        boolean altered =
                termination.approval() != null && termination.approval().isAltered();
        return new RefundStatement(
                termination.reference(),
                publisher,
                customer,
                termination.objection(),
                termination.change(),
                RefundMessages.day(LocalDate.ofInstant(issuedAt, ZoneId.of(sheet.zone()))),
                RefundMessages.day(sheet.electedOn()),
                sheet.zone(),
                sheet.clause(),
                ended(sheet, units(termination), refundedNet(termination)),
                sheet.lines().stream().map(line -> step(sheet, line)).toList(),
                termination.creditNotes().stream()
                        .filter(note -> note.gross().signum() > 0)
                        .map(RefundStatement::credit)
                        .toList(),
                totals(termination),
                sheet.outstanding().stream().map(fee -> outstanding(sheet, fee)).toList(),
                payments(termination),
                altered ? null : sheet.remarkInWords(),
                altered ? termination.approval().reason() : null,
                decided(termination),
                calculated(termination),
                termination.toldAs(),
                recalculated(termination),
                altered && termination.isLowered());
    }

    /** What of an order's units is to be paid back, or was: a sentence for each invoice. */
    public static List<String> units(Termination termination, String order) {
        return ended(termination.worksheet(), units(termination), refundedNet(termination)).stream()
                .filter(end -> end.order().equals(order))
                .flatMap(end -> end.units().stream())
                .toList();
    }

    /** The amounts that were worked out, before anybody altered them; those of zero where nothing was. */
    public static List<String> calculated(Termination termination) {
        Map<String, BigDecimal> calculated = termination.calculated();
        return calculated.isEmpty()
                ? termination.worksheet().totals().stream()
                        .map(total -> RefundMessages.money(total.gross(), total.currency()))
                        .toList()
                : RefundMessages.amounts(calculated);
    }

    /** The amounts that the customer was told when it chose, where they were worked out again since; none where they were not. */
    public static List<String> recalculated(Termination termination) {
        return termination.totalsWhenElected().stream()
                .map(total -> RefundMessages.money(total.gross(), total.currency()))
                .toList();
    }

    /** The same of all its orders. */
    public static List<String> allUnits(Termination termination) {
        return ended(termination.worksheet(), units(termination), refundedNet(termination)).stream()
                .flatMap(end -> end.units().stream())
                .toList();
    }

    private static Map<String, BigDecimal> refundedNet(Termination termination) {
        return termination.totals().stream().collect(Collectors.toMap(Worksheet.Total::currency, Worksheet.Total::net));
    }

    /** The end of the key of the words for units, as a confirmed termination stands. */
    private static String units(Termination termination) {
        if (termination.alteration() != null && !termination.isAsCalculated()) {
            return "units.altered";
        }
        return termination.payouts().isEmpty() ? "units.due" : "units.paid";
    }

    /** @param unitsKey the end of the key of the words for units that are refunded */
    static List<Ended> ended(Worksheet sheet, String unitsKey) {
        return ended(sheet, unitsKey, Map.of());
    }

    /** @param refunded what is refunded before tax, by currency */
    private static List<Ended> ended(Worksheet sheet, String unitsKey, Map<String, BigDecimal> refunded) {
        return sheet.elections().stream()
                .map(election -> {
                    List<Part> parts = parts(sheet).stream()
                            .filter(part -> part.order().equals(election.order()))
                            .toList();
                    String product = parts.stream()
                            .map(Part::product)
                            .findFirst()
                            .orElseGet(() -> RefundMessages.of("statement.order"));
                    String lines = election.isWhole()
                            ? RefundMessages.of("statement.whole")
                            : election.lines().stream()
                                    .map(line -> described(line, parts))
                                    .collect(Collectors.joining(", "));
                    return new Ended(
                            election.order(),
                            product,
                            lines,
                            RefundMessages.day(election.lastDay()),
                            units(sheet, election, unitsKey, refunded));
                })
                .toList();
    }

    private static List<String> units(
            Worksheet sheet, Election election, String key, Map<String, BigDecimal> refunded) {
        return sheet.lines().stream()
                .filter(line -> line.part().order().equals(election.order()) && line.isUnitsPaidBack())
                .map(line -> RefundMessages.of(
                        key,
                        named(line.part()),
                        line.payment().invoice(),
                        RefundMessages.number(line.parts()),
                        RefundMessages.number(line.parts() - line.unusedParts()),
                        RefundMessages.number(line.unusedParts()),
                        RefundMessages.money(line.refund(), line.part().currency()),
                        RefundMessages.money(
                                refunded.getOrDefault(line.part().currency(), line.refund()),
                                line.part().currency()),
                        line.parts()))
                .toList();
    }

    /** An order without lines is one of its own. */
    private static String named(Part part) {
        return part.line().equals(part.order()) ? part.description() : part.description() + " (" + part.line() + ")";
    }

    /** A line nothing was billed for is on no invoice, and is named by its id. */
    private static String described(String line, List<Part> billed) {
        return billed.stream()
                .filter(part -> part.line().equals(line))
                .map(part -> part.description() + " (" + line + ")")
                .findFirst()
                .orElse(line);
    }

    private static List<Part> parts(Worksheet sheet) {
        List<Part> parts = new ArrayList<>();
        sheet.lines().forEach(line -> parts.add(line.part()));
        sheet.outstanding().forEach(fee -> parts.add(fee.part()));
        return parts;
    }

    static Step step(Worksheet sheet, Worksheet.Line line) {
        return new Step(
                what(line.part()),
                line.payment().invoice(),
                period(line.payment().begins(), line.payment().ends()),
                sheet.paidInWords(line),
                sheet.refundInWords(line),
                RefundMessages.money(line.refund(), line.part().currency()));
    }

    static Step outstanding(Worksheet sheet, Worksheet.OutstandingFee fee) {
        return new Step(
                what(fee.part()),
                fee.payment().invoice(),
                period(fee.payment().begins(), fee.payment().ends()),
                RefundMessages.money(fee.open(), fee.part().currency()),
                sheet.outstandingInWords(fee),
                RefundMessages.money(fee.payable(), fee.part().currency()));
    }

    private static String what(Part part) {
        return part.order() + ", " + part.description();
    }

    private static String period(LocalDate begins, LocalDate ends) {
        return RefundMessages.day(begins) + " – " + RefundMessages.day(ends);
    }

    private static Credit credit(CreditNote note) {
        return new Credit(
                note.invoice(),
                note.means() == null
                        ? RefundMessages.of("statement.means")
                        : RefundMessages.of("statement.means.known", note.means()),
                RefundMessages.money(note.net(), note.currency()),
                RefundMessages.rate(note.taxRate()),
                RefundMessages.money(note.tax(), note.currency()),
                RefundMessages.money(note.gross(), note.currency()));
    }

    private static List<Sum> totals(Termination termination) {
        Map<String, BigDecimal> calculated = calculatedNet(termination);
        return termination.totals().stream()
                .map(total -> new Sum(
                        total.currency(),
                        RefundMessages.money(total.paid(), total.currency()),
                        used(termination, total),
                        RefundMessages.money(calculated.get(total.currency()), total.currency()),
                        RefundMessages.money(total.net(), total.currency()),
                        RefundMessages.money(total.tax(), total.currency()),
                        RefundMessages.money(total.gross(), total.currency()),
                        adjustment(termination, calculated.get(total.currency()), total)))
                .toList();
    }

    /** What was withheld from the refund as it was worked out, or added to it: a sentence for each currency. */
    public static List<String> adjustments(Termination termination) {
        return totals(termination).stream()
                .map(Sum::adjustment)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What of that sum was not refunded, in words: what counts as used, and what was withheld or added. */
    public static String used(Termination termination, Worksheet.Total total) {
        String used = termination.worksheet().used(total.currency());
        BigDecimal withheld = withheld(termination, total);
        return withheld.signum() == 0
                ? used
                : RefundMessages.of(
                        withheld.signum() > 0 ? "used.withheld" : "used.added",
                        used,
                        RefundMessages.money(withheld.abs(), total.currency()));
    }

    /** Less than zero where something was added. */
    private static BigDecimal withheld(Termination termination, Worksheet.Total total) {
        return termination.alteration() == null
                ? BigDecimal.ZERO
                : calculatedNet(termination).get(total.currency()).subtract(total.net());
    }

    private static Map<String, BigDecimal> calculatedNet(Termination termination) {
        return termination.worksheet().totals().stream()
                .collect(Collectors.toMap(Worksheet.Total::currency, Worksheet.Total::net));
    }

    private static String adjustment(Termination termination, BigDecimal calculated, Worksheet.Total total) {
        BigDecimal withheld = withheld(termination, total);
        if (withheld.signum() == 0) {
            return null;
        }
        return RefundMessages.of(
                withheld.signum() > 0 ? "withheld" : "added",
                RefundMessages.money(calculated, total.currency()),
                RefundMessages.money(withheld.abs(), total.currency()),
                RefundMessages.money(total.net(), total.currency()),
                total.currency());
    }

    /** What was paid of the refund, and when; none before it was. */
    public static List<Paid> payments(Termination termination) {
        Map<String, BigDecimal> due = termination.due();
        return termination.payouts().stream()
                .map(payout -> new Paid(
                        RefundMessages.money(due.get(payout.currency()), payout.currency()),
                        payout.paymentReference(),
                        RefundMessages.day(payout.paidOn())))
                .toList();
    }

    /** What became of the refund, a phrase for each payment: what was paid and when, or that none was due or is left; then what was calculated, where that differs. */
    public static List<String> refunded(Termination termination) {
        String zone = termination.worksheet().zone();
        List<String> refunded = payments(termination).stream()
                .map(payment -> RefundMessages.of("refunded", payment.amount(), payment.paidOn(), zone))
                .collect(Collectors.toCollection(ArrayList::new));
        if (refunded.isEmpty()) {
            refunded.add(RefundMessages.of(termination.isLoweredToNothing() ? "refunded.lowered" : "refunded.none"));
        }
        calculatedBefore(termination)
                .ifPresent(note -> refunded.set(refunded.size() - 1, refunded.get(refunded.size() - 1) + ". " + note));
        return refunded;
    }

    private static Optional<String> calculatedBefore(Termination termination) {
        List<String> told = recalculated(termination);
        if (termination.alteration() == null || told.isEmpty() && termination.isAsCalculated()) {
            return Optional.empty();
        }
        String calculated = Phrase.all(calculated(termination)).said();
        return Optional.of(
                told.isEmpty()
                        ? RefundMessages.of("refunded.calculated", calculated)
                        : RefundMessages.of(
                                "refunded.recalculated", Phrase.all(told).said(), calculated));
    }

    private static String approved(Termination termination) {
        return termination.isRefundDue() ? "statement.approved" : "statement.approved-none";
    }

    /** Each step and the role of who took it, then that nothing is paid where the refund was lowered to that. */
    private static List<String> decided(Termination termination) {
        List<String> decided = new ArrayList<>();
        Approval approval = termination.approval();
        if (approval != null) {
            decided.add(RefundMessages.of(approval.isAltered() ? "statement.altered" : approved(termination)));
        }
        if (approval != null && approval.second() != null) {
            decided.add(RefundMessages.of("statement.approved-second"));
        }
        if (termination.isLoweredToNothing()) {
            decided.add(RefundMessages.of("statement.lowered-to-nothing"));
        }
        return decided;
    }
}
