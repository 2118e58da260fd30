package fairnotice.customer;

import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedLine.ImportedPayment;
import fairnotice.refusal.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What must hold of the lines of an imported order: refunds are counted from them. */
final class LineRules {

    /** Twenty years, month by month. */
    private static final int MOST_PAYMENTS = 240;

    private static final long MOST_UNITS = 1_000_000_000_000L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_RATE_DECIMALS = 4;
    private static final int MOST_SCALE = 30;

    private final ImportRules rules;
    private final ImportedOrder order;
    private final LocalDate today;

    LineRules(ImportRules rules, ImportedOrder order, LocalDate today) {
        this.today = today;
        this.rules = rules;
        this.order = order;
    }

    void check(String field) {
        List<ImportedLine> lines = order.lines();
        rules.refuse(lines.size() > ImportRules.MOST_PARTS, field, "refused.import.most-lines", ImportRules.MOST_PARTS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < Math.min(lines.size(), ImportRules.MOST_PARTS); i++) {
            String one = field + "[" + (i + 1) + "]";
            rules.refuse(!ids.add(lines.get(i).id()), one + ".id", "refused.import.line-twice");
            line(one, lines.get(i));
        }
    }

    private void line(String field, ImportedLine line) {
        rules.identifier(field + ".id", line.id());
        rules.text(field + ".description", line.description());
        boolean byUnit = "unit".equalsIgnoreCase(line.pricing());
        rules.refuse(!byUnit && !"time".equalsIgnoreCase(line.pricing()), field + ".pricing", "refused.import.pricing");
        List<ImportedPayment> payments = line.payments();
        String list = field + ".payments";
        rules.refuse(payments.isEmpty(), list, "refused.import.invoice");
        rules.refuse(payments.size() > MOST_PAYMENTS, list, "refused.import.most-payments", MOST_PAYMENTS);
        for (int i = 0; i < Math.min(payments.size(), MOST_PAYMENTS); i++) {
            payment(list + "[" + (i + 1) + "]", payments.get(i), byUnit);
        }
        if (payments.size() <= MOST_PAYMENTS) {
            overlaps(list, payments);
        }
    }

    private void payment(String field, ImportedPayment payment, boolean byUnit) {
        rules.identifier(field + ".invoice", payment.invoice());
        rules.optionalText(field + ".means", payment.means());
        rules.refuse(
                payment.paidOn() != null && payment.paidOn().isAfter(today),
                field + ".paidOn",
                "refused.import.paid-in-future");
        period(field, payment);
        rules.refuse(payment.net() == null, field + ".net", "refused.import.net");
        rules.amount(field + ".net", "refused.import.a-net", payment.net(), order.currency());
        rules.amount(field + ".discount", "refused.import.a-discount", payment.discount(), order.currency());
        rules.amount(field + ".credited", "refused.import.a-credit", payment.credited(), order.currency());
        rules.amount(field + ".refunded", "refused.import.a-refund", payment.refunded(), order.currency());
        notAboveBilled(field, payment);
        taxRate(field + ".taxRate", payment.taxRate());
        units(field, payment, byUnit);
    }

    private void period(String field, ImportedPayment payment) {
        LocalDate begins = payment.begins();
        LocalDate ends = payment.ends();
        rules.refuse(begins == null, field + ".begins", "refused.import.first-day");
        rules.refuse(ends == null, field + ".ends", "refused.import.last-day");
        if (begins == null || ends == null) {
            return;
        }
        rules.refuse(ends.isBefore(begins), field + ".ends", "refused.import.period-turned");
        rules.refuse(
                order.begins() != null && begins.isBefore(order.begins()),
                field + ".begins",
                "refused.import.period-early");
        rules.refuse(order.ends() != null && ends.isAfter(order.ends()), field + ".ends", "refused.import.period-late");
    }

    private void notAboveBilled(String field, ImportedPayment payment) {
        BigDecimal left = isOrdinary(payment.net()) && payment.net().signum() >= 0 ? payment.net() : null;
        left = taken(field + ".discount", "refused.import.discount-is", left, payment.discount());
        left = taken(field + ".credited", "refused.import.credits-are", left, payment.credited());
        taken(field + ".refunded", "refused.import.refunds-are", left, payment.refunded());
    }

    /** What is left; at the first amount that takes too much it is told so and nothing is left. */
    private BigDecimal taken(String field, String what, BigDecimal left, BigDecimal amount) {
        if (left == null || amount.signum() < 0 || !isOrdinary(amount)) {
            return null;
        }
        boolean tooMuch = amount.compareTo(left) > 0;
        rules.refuse(tooMuch, field, "refused.import.above-billed", Phrase.of(what));
        return tooMuch ? null : left.subtract(amount);
    }

    /** Whether it can be counted with; 1e-999999999 would need a gigabyte. It was refused before, for its digits. */
    private static boolean isOrdinary(BigDecimal amount) {
        return amount != null && Math.abs((long) amount.scale()) <= MOST_SCALE;
    }

    private void taxRate(String field, BigDecimal rate) {
        rules.refuse(rate.signum() < 0 || rate.compareTo(HUNDRED) > 0, field, "refused.import.tax-rate");
        rules.refuse(
                rate.stripTrailingZeros().scale() > MOST_RATE_DECIMALS,
                field,
                "refused.import.tax-decimals",
                MOST_RATE_DECIMALS);
    }

    private void units(String field, ImportedPayment payment, boolean byUnit) {
        String bought = field + ".unitsBought";
        String used = field + ".unitsUsed";
        if (!byUnit) {
            rules.refuse(payment.unitsBought() != null, bought, "refused.import.no-units");
            rules.refuse(payment.unitsUsed() != null, used, "refused.import.no-units");
            return;
        }
        rules.refuse(payment.unitsBought() == null, bought, "refused.import.units-bought");
        rules.refuse(payment.unitsUsed() == null, used, "refused.import.units-used");
        if (payment.unitsBought() != null && payment.unitsUsed() != null) {
            rules.refuse(
                    payment.unitsBought() < 1 || payment.unitsBought() > MOST_UNITS,
                    bought,
                    "refused.import.units-range",
                    MOST_UNITS);
            rules.refuse(payment.unitsUsed() < 0, used, "refused.import.units-negative");
            rules.refuse(payment.unitsUsed() > payment.unitsBought(), used, "refused.import.units-more");
        }
    }

    private void overlaps(String field, List<ImportedPayment> payments) {
        List<Integer> byDay = IntStream.range(0, payments.size())
                .filter(i -> isPeriod(payments.get(i)))
                .boxed()
                .sorted(Comparator.comparing(i -> payments.get(i).begins()))
                .toList();
        int latest = -1;
        for (int i : byDay) {
            boolean meets = latest >= 0
                    && !payments.get(i).begins().isAfter(payments.get(latest).ends());
            rules.refuse(meets, field + "[" + (i + 1) + "].begins", "refused.import.overlap", latest + 1);
            if (latest < 0
                    || payments.get(i).ends().isAfter(payments.get(latest).ends())) {
                latest = i;
            }
        }
    }

    private static boolean isPeriod(ImportedPayment payment) {
        return payment.begins() != null
                && payment.ends() != null
                && !payment.ends().isBefore(payment.begins());
    }
}
