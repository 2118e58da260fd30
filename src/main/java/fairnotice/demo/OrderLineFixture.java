package fairnotice.demo;

import fairnotice.customer.ImportedLine;
import fairnotice.customer.ImportedLine.ImportedPayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Invoices of an order as {@code demo/customers.yml} states them; those of one description are one line. */
final class OrderLineFixture {

    private static final Pattern INVOICE = Pattern.compile("(.+); months (\\d+)-(\\d+); ([0-9.]+)(?: less ([0-9.]+))?;"
            + " ([0-9.]+) %; ([^;]+)(?:; (\\d+) units (\\d+) used)?");

    private static final String UNPAID = "not paid";

    private OrderLineFixture() {}

    /** @param begins the order's first day, from which months are counted */
    static List<ImportedLine> imported(String order, List<String> invoices, LocalDate begins) {
        Map<String, List<Matcher>> byLine = new LinkedHashMap<>();
        invoices.forEach(invoice -> {
            Matcher parts = CustomerFixture.matched(INVOICE, invoice);
            byLine.computeIfAbsent(parts.group(1), first -> new ArrayList<>()).add(parts);
        });
        List<ImportedLine> lines = new ArrayList<>();
        byLine.forEach((description, parts) -> lines.add(new ImportedLine(
                order + "/" + (lines.size() + 1),
                description,
                parts.get(0).group(8) == null ? "time" : "unit",
                parts.stream().map(part -> payment(order, part, begins)).toList())));
        return lines;
    }

    private static ImportedPayment payment(String order, Matcher parts, LocalDate begins) {
        LocalDate first = begins.plusMonths(Long.parseLong(parts.group(2)) - 1);
        LocalDate last = begins.plusMonths(Long.parseLong(parts.group(3))).minusDays(1);
        boolean paid = !parts.group(7).equals(UNPAID);
        return new ImportedPayment(
                "INV-" + order + "-" + parts.group(2),
                paid ? first : null,
                first,
                last,
                new BigDecimal(parts.group(4)),
                parts.group(5) == null ? null : new BigDecimal(parts.group(5)),
                null,
                null,
                new BigDecimal(parts.group(6)),
                paid ? parts.group(7) : null,
                number(parts.group(8)),
                number(parts.group(9)));
    }

    private static Long number(String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }
}
