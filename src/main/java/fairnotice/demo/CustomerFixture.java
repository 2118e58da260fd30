package fairnotice.demo;

import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A customer as {@code demo/customers.yml} states it, with terms that begin so many days or months before today.
 *
 * @param lines by the place of the order, from 1
 */
record CustomerFixture(
        String id,
        String name,
        String plan,
        List<String> contacts,
        List<String> orders,
        Map<Integer, List<String>> lines,
        ImportedTerms terms) {

    private static final Pattern CONTACT = Pattern.compile("(.+) <(.+)> (.+)");
    private static final Pattern ORDER =
            Pattern.compile("(.+); ([0-9.]+) ([A-Z]{3}); (\\d+) (days|months) ago; (\\d+) months");

    CustomerFixture {
        contacts = contacts == null ? List.of() : contacts;
        orders = orders == null ? List.of() : orders;
        lines = lines == null ? Map.of() : lines;
    }

    ImportedCustomer imported(LocalDate today) {
        List<ImportedOrder> dated = IntStream.range(0, orders.size())
                .mapToObj(number -> order(number + 1, today))
                .toList();
        return new ImportedCustomer(
                id, name, plan, contacts.stream().map(CustomerFixture::contact).toList(), dated, terms);
    }

    private static ImportedContact contact(String line) {
        Matcher parts = matched(CONTACT, line);
        return new ImportedContact(
                parts.group(1), parts.group(2), List.of(parts.group(3).split(" ")));
    }

    private ImportedOrder order(int place, LocalDate today) {
        Matcher parts = matched(ORDER, orders.get(place - 1));
        ChronoUnit unit = ChronoUnit.valueOf(parts.group(5).toUpperCase(Locale.ROOT));
        LocalDate begins = today.minus(Long.parseLong(parts.group(4)), unit);
        LocalDate ends = begins.plusMonths(Long.parseLong(parts.group(6))).minusDays(1);
        String number = id + "-" + place;
        return new ImportedOrder(
                number,
                parts.group(1),
                begins,
                ends,
                new BigDecimal(parts.group(2)),
                parts.group(3),
                OrderLineFixture.imported(number, lines.getOrDefault(place, List.of()), begins));
    }

    static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("demo/customers.yml: \"" + line + "\" cannot be read");
        }
        return matcher;
    }
}
