package fairnotice.customer;

import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedLine.ImportedPayment;
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
        rules.refuse(
                lines.size() > ImportRules.MOST_PARTS,
                field,
                "At most " + ImportRules.MOST_PARTS + " lines are taken.");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < Math.min(lines.size(), ImportRules.MOST_PARTS); i++) {
            String one = field + "[" + (i + 1) + "]";
            rules.refuse(!ids.add(lines.get(i).id()), one + ".id", "The order has this line twice.");
            line(one, lines.get(i));
        }
    }

    private void line(String field, ImportedLine line) {
        rules.identifier(field + ".id", line.id());
        rules.text(field + ".description", line.description());
        boolean byUnit = "unit".equalsIgnoreCase(line.pricing());
        rules.refuse(
                !byUnit && !"time".equalsIgnoreCase(line.pricing()),
                field + ".pricing",
                "A line is priced by time or by unit; please give \"time\" or \"unit\".");
        List<ImportedPayment> payments = line.payments();
        String list = field + ".payments";
        rules.refuse(payments.isEmpty(), list, "Please state at least one invoice of the line.");
        rules.refuse(payments.size() > MOST_PAYMENTS, list, "At most " + MOST_PAYMENTS + " payments are taken.");
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
                "The day of payment lies in the future; leave it out until the invoice is paid.");
        period(field, payment);
        rules.refuse(payment.net() == null, field + ".net", "The net amount billed is missing; 0 stands for none.");
        rules.amount(field + ".net", "A net amount", payment.net(), order.currency());
        rules.amount(field + ".discount", "A discount", payment.discount(), order.currency());
        rules.amount(field + ".credited", "A credit", payment.credited(), order.currency());
        rules.amount(field + ".refunded", "An earlier refund", payment.refunded(), order.currency());
        notAboveBilled(field, payment);
        taxRate(field + ".taxRate", payment.taxRate());
        units(field, payment, byUnit);
    }

    private void period(String field, ImportedPayment payment) {
        LocalDate begins = payment.begins();
        LocalDate ends = payment.ends();
        rules.refuse(begins == null, field + ".begins", "The first day is missing.");
        rules.refuse(ends == null, field + ".ends", "The last day is missing.");
        if (begins == null || ends == null) {
            return;
        }
        rules.refuse(ends.isBefore(begins), field + ".ends", "The period ends before it begins.");
        rules.refuse(
                order.begins() != null && begins.isBefore(order.begins()),
                field + ".begins",
                "The period begins before the order does.");
        rules.refuse(
                order.ends() != null && ends.isAfter(order.ends()),
                field + ".ends",
                "The period ends after the order does.");
    }

    private void notAboveBilled(String field, ImportedPayment payment) {
        BigDecimal left = isOrdinary(payment.net()) && payment.net().signum() >= 0 ? payment.net() : null;
        left = taken(field + ".discount", "The discount is", left, payment.discount());
        left = taken(field + ".credited", "Discount and credits together are", left, payment.credited());
        taken(field + ".refunded", "Discount, credits and earlier refunds together are", left, payment.refunded());
    }

    /** What is left; at the first amount that takes too much it is told so and nothing is left. */
    private BigDecimal taken(String field, String what, BigDecimal left, BigDecimal amount) {
        if (left == null || amount.signum() < 0 || !isOrdinary(amount)) {
            return null;
        }
        boolean tooMuch = amount.compareTo(left) > 0;
        rules.refuse(tooMuch, field, what + " above what was billed.");
        return tooMuch ? null : left.subtract(amount);
    }

    /** Whether it can be counted with; 1e-999999999 would need a gigabyte. It was refused before, for its digits. */
    private static boolean isOrdinary(BigDecimal amount) {
        return amount != null && Math.abs((long) amount.scale()) <= MOST_SCALE;
    }

    private void taxRate(String field, BigDecimal rate) {
        rules.refuse(
                rate.signum() < 0 || rate.compareTo(HUNDRED) > 0,
                field,
                "A tax rate is a percentage from 0 to 100, like 19.");
        rules.refuse(
                rate.stripTrailingZeros().scale() > MOST_RATE_DECIMALS,
                field,
                "A tax rate has at most " + MOST_RATE_DECIMALS + " decimals.");
    }

    private void units(String field, ImportedPayment payment, boolean byUnit) {
        String bought = field + ".unitsBought";
        String used = field + ".unitsUsed";
        if (!byUnit) {
            rules.refuse(payment.unitsBought() != null, bought, "A line priced by time has no units; leave this out.");
            rules.refuse(payment.unitsUsed() != null, used, "A line priced by time has no units; leave this out.");
            return;
        }
        rules.refuse(payment.unitsBought() == null, bought, "Please state how many units were bought.");
        rules.refuse(payment.unitsUsed() == null, used, "Please state how many units are used up; 0 stands for none.");
        if (payment.unitsBought() != null && payment.unitsUsed() != null) {
            rules.refuse(
                    payment.unitsBought() < 1 || payment.unitsBought() > MOST_UNITS,
                    bought,
                    "The units bought are a number from 1 to " + MOST_UNITS + ".");
            rules.refuse(payment.unitsUsed() < 0, used, "The units used cannot be negative.");
            rules.refuse(payment.unitsUsed() > payment.unitsBought(), used, "More units are used up than were bought.");
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
            rules.refuse(
                    meets,
                    field + "[" + (i + 1) + "].begins",
                    "The period overlaps that of payment " + (latest + 1)
                            + "; what was bought twice for one time is stated as two lines.");
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
