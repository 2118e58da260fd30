package fairnotice.termination;

import fairnotice.calendar.Days;
import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Payment;
import fairnotice.customer.Pricing;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement;
import fairnotice.termination.Worksheet.Line;
import fairnotice.termination.Worksheet.OutstandingFee;
import fairnotice.termination.Worksheet.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a refund is worked out (invariant 5): for each paid invoice the part of its period, or of its units, that is left after the last day
 * of use, by the terms of one policy version.
 */
final class RefundRules {

    private final long customer;
    private final NoticePolicy policy;
    private final Settlement.Termination terms;
    private final List<Line> lines = new ArrayList<>();
    private final List<OutstandingFee> outstanding = new ArrayList<>();
    private final EarlierRefunds earlier;
    private final Set<String> invoiced = new HashSet<>();

    private RefundRules(long customer, NoticePolicy policy, EarlierRefunds earlier) {
        this.customer = customer;
        this.earlier = earlier;
        this.policy = policy;
        this.terms = policy.settlement().termination();
    }

    /**
     * @param elections that {@link ElectionRules} let pass
     * @param earlier terminations of the customer that know one of the invoices
     */
    static Worksheet worksheet(
            Customer customer,
            NoticePolicy policy,
            List<Election> elections,
            List<Termination> earlier,
            Instant electedAt,
            LocalDate electedOn) {
        RefundRules rules = new RefundRules(customer.id(), policy, new EarlierRefunds(earlier));
        List<Election> chosen = elections.stream()
                .map(election -> order(customer, election)
                        .map(order -> election.asChosenOf(order))
                        .orElse(election))
                .toList();
        chosen.forEach(election -> order(customer, election).ifPresent(order -> rules.end(order, election, electedOn)));
        return rules.worksheet(customer, chosen, electedAt, electedOn);
    }

    private static Optional<Order> order(Customer customer, Election election) {
        return customer.orders().stream()
                .filter(order -> order.externalId().equals(election.order()))
                .findFirst();
    }

    private Worksheet worksheet(Customer customer, List<Election> elections, Instant electedAt, LocalDate electedOn) {
        List<CreditNote> notes = CreditNotes.of(lines);
        List<Worksheet.Total> totals = CreditNotes.totals(lines, notes);
        return new Worksheet(
                customer.register(),
                policy.version(),
                policy.clause(),
                policy.zone().getId(),
                customer.id(),
                customer.revision(),
                electedAt,
                electedOn,
                terms.refund(),
                terms.outstandingFeesPayable(),
                elections,
                lines,
                notes,
                outstanding,
                totals,
                remark(totals),
                invoices(customer));
    }

    /** What was billed with each invoice that what ends was paid with, for all orders of the customer: another line of it is another part. */
    private List<Worksheet.Invoice> invoices(Customer customer) {
        Map<String, Worksheet.Invoice> invoices = new LinkedHashMap<>();
        customer.orders()
                .forEach(order -> order.lines().stream()
                        .flatMap(line -> line.payments().stream())
                        .filter(payment -> invoiced.contains(EarlierRefunds.key(payment.invoice())))
                        .forEach(payment -> invoices.merge(
                                EarlierRefunds.key(payment.invoice()) + " " + order.currency(),
                                new Worksheet.Invoice(
                                        payment.invoice(), order.currency(), base(payment, order.currency())),
                                (one, other) -> new Worksheet.Invoice(
                                        one.number(),
                                        one.currency(),
                                        one.billed().add(other.billed())))));
        return Stream.concat(invoices.values().stream(), products(customer).stream())
                .toList();
    }

    /** What was billed for each product of which something ends, for all orders of the customer, by which an order without lines is found again. */
    private List<Worksheet.Invoice> products(Customer customer) {
        Set<String> ended =
                lines.stream().map(line -> productKey(line.part().product())).collect(Collectors.toSet());
        Map<String, Worksheet.Invoice> products = new LinkedHashMap<>();
        customer.orders().stream()
                .filter(order -> ended.contains(productKey(order.product())))
                .forEach(order -> order.linesOrWhole().stream()
                        .flatMap(line -> line.payments().stream())
                        .forEach(payment -> products.merge(
                                productKey(order.product()) + " " + order.currency(),
                                new Worksheet.Invoice(
                                        productKey(order.product()), order.currency(), base(payment, order.currency())),
                                (one, other) -> new Worksheet.Invoice(
                                        one.number(),
                                        one.currency(),
                                        one.billed().add(other.billed())))));
        return List.copyOf(products.values());
    }

    private String productKey(String product) {
        return EarlierRefunds.ofProduct(customer, product);
    }

    /** Why nothing is given back. */
    private String remark(List<Worksheet.Total> totals) {
        if (totals.stream().anyMatch(total -> total.gross().signum() > 0)) {
            return null;
        }
        return CalculationWords.remark(lines, terms.refund(), policy.clause());
    }

    private void end(Order order, Election election, LocalDate electedOn) {
        order.linesOrWhole().stream()
                .filter(line -> election.ends(line.externalId()))
                .forEach(line -> end(order, line, election.lastDay(), electedOn));
    }

    /** An order of which only the whole is known was paid before it began. */
    private void end(Order order, OrderLine line, LocalDate lastDay, LocalDate electedOn) {
        Part part = new Part(
                order.externalId(),
                order.product(),
                line.externalId(),
                line.description(),
                line.pricing(),
                order.currency(),
                lastDay);
        for (Payment payment : line.payments()) {
            if (order.lines().isEmpty() || payment.isPaidBy(electedOn)) {
                lines.add(paid(order, part, payment));
            } else {
                outstanding.add(unpaid(part, payment));
            }
        }
    }

    private Line paid(Order order, Part part, Payment payment) {
        BigDecimal stated = base(payment, part.currency());
        BigDecimal paid = order.lines().isEmpty()
                ? notYetRefunded(order, stated)
                : notYetRefunded(payment, part.currency(), stated);
        long parts = parts(part.pricing(), payment);
        long left = unusedParts(part, payment);
        BigDecimal unused = Amounts.share(paid, left, parts);
        BigDecimal refund = terms.refund() ? unused : Amounts.none(part.currency());
        return new Line(
                part,
                payment,
                parts,
                left,
                paid,
                paid.subtract(unused),
                unused,
                refund,
                CalculationWords.paid(part, payment, paid),
                CalculationWords.refund(part, payment, paid, unused, terms.refund()));
    }

    private BigDecimal notYetRefunded(Order order, BigDecimal stated) {
        return earlier.takeWhole(customer, order.product(), order.begins(), order.currency(), stated);
    }

    private BigDecimal notYetRefunded(Payment payment, String currency, BigDecimal stated) {
        invoiced.add(EarlierRefunds.key(payment.invoice()));
        return earlier.take(payment.invoice(), currency, stated);
    }

    private OutstandingFee unpaid(Part part, Payment payment) {
        BigDecimal open = base(payment, part.currency());
        BigDecimal after = Amounts.share(open, unusedParts(part, payment), parts(part.pricing(), payment));
        BigDecimal waived = terms.outstandingFeesPayable() ? Amounts.none(part.currency()) : after;
        BigDecimal payable = open.subtract(waived);
        return new OutstandingFee(
                part,
                payment,
                open,
                open.subtract(after),
                after,
                payable,
                waived,
                CalculationWords.outstanding(
                        part, payment, open, after, waived, payable, terms.outstandingFeesPayable()));
    }

    /** The base: what was billed net of discounts, credits and earlier refunds. */
    static BigDecimal base(Payment payment, String currency) {
        return Amounts.of(payment.kept(), currency);
    }

    /** Days of the period, the first and the last included and 29 February too; or units bought. */
    static long parts(Pricing pricing, Payment payment) {
        return pricing == Pricing.UNIT ? payment.unitsBought() : days(payment.begins(), payment.ends());
    }

    /** What is left after the last day of use. Units lapse with the period they were bought for. */
    static long unusedParts(Part part, Payment payment) {
        if (!part.lastDay().isBefore(payment.ends())) {
            return 0;
        }
        if (part.pricing() == Pricing.UNIT) {
            return payment.unitsBought() - payment.unitsUsed();
        }
        LocalDate dayAfter = Days.after(part.lastDay());
        return days(dayAfter.isBefore(payment.begins()) ? payment.begins() : dayAfter, payment.ends());
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
