package fairnotice.customer;

import fairnotice.refusal.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A customer field by field. Each has a name that holds ids and no names or addresses, so that it may stand in the ledger:
 * {@code contacts/23/roles}, {@code orders/PO-1/lines/L-1/payments/INV-7 2026-01-01/net}.
 */
public final class CustomerFields {

    private static final String ORDER = "orders/(?:(?!/lines/).)+";

    /** Plan, products, amounts, currencies, days and units; a line itself stands there as its description, which is free text. */
    private static final Pattern CONTRACT =
            Pattern.compile("contract|plan|shownChanges|terms/(?:notice|objection|expedited)|" + ORDER
                    + "|" + ORDER + "/lines/.+/pricing|" + ORDER + "/lines/.+/payments/.+ \\d{4}-\\d\\d-\\d\\d"
                    + "(?:/(?:paidOn|ends|net|discount|credited|refunded|taxRate|unitsBought|unitsUsed))?");

    private final Map<String, String> values = new TreeMap<>();
    /** Names of the contacts, orders, lines and payments themselves. */
    private final TreeSet<String> parts = new TreeSet<>();

    private CustomerFields() {}

    /**
     * What a change made of a field.
     *
     * @param before null where there was none, like {@code after}
     */
    public record Difference(String field, String before, String after) {}

    /** What differs, by name, with what stood and stands there; a part that came or went is one field. */
    public static List<Difference> differences(Customer before, Customer after) {
        CustomerFields earlier = of(before);
        CustomerFields later = of(after);
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(earlier.values.keySet());
        names.addAll(later.values.keySet());
        Set<String> cameOrWent = new HashSet<>();
        for (String name : names) {
            boolean stayed = earlier.parts.contains(name) && later.parts.contains(name);
            boolean within = cameOrWent.stream().anyMatch(part -> name.startsWith(part + "/"));
            String stood = earlier.values.get(name);
            String stands = later.values.get(name);
            if (stayed || within || Objects.equals(stood, stands)) {
                continue;
            }
            if (earlier.parts.contains(name) || later.parts.contains(name)) {
                cameOrWent.add(name);
            }
            differences.add(new Difference(name, stood, stands));
        }
        return differences;
    }

    /** What is personal of a customer as a text, a line for each field. */
    static String person(Customer customer) {
        return text(customer, CustomerFields::isPersonal);
    }

    /** The other fields, written alike. */
    static String contract(Customer customer) {
        return text(customer, field -> !isPersonal(field));
    }

    private static String text(Customer customer, Predicate<String> which) {
        return of(customer).values.entrySet().stream()
                .filter(field -> which.test(field.getKey()))
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Whether it goes when the person is erased: names, addresses, free texts, and what is not known to be none. */
    static boolean isPersonal(String field) {
        return !CONTRACT.matcher(field).matches();
    }

    /** Whether a case rests on the field: who may decide for the customer, where it is written to, and what it paid. */
    public static boolean isOfCases(String field) {
        return isOfContacts(field) || isOfOrders(field);
    }

    /** Whether the field says what was bought, for how long, and what was paid of it. */
    static boolean isOfOrders(String field) {
        return field.startsWith("orders/");
    }

    /** Whether the field says who may decide for the customer and where it is written to. */
    static boolean isOfContacts(String field) {
        return field.startsWith("contacts/") && !field.endsWith("/name") && !field.endsWith("/language");
    }

    /** Whether the field says whether the customer is owed notices, and by which periods. */
    static boolean isOfNotices(String field) {
        return field.equals("plan")
                || field.equals("shownChanges")
                || field.startsWith("terms/")
                || isOfOrders(field) && !field.contains("/lines/");
    }

    /** What stands in each field, parts included, by its name. */
    static Map<String, String> values(Customer customer) {
        return of(customer).values;
    }

    private static CustomerFields of(Customer customer) {
        CustomerFields fields = new CustomerFields();
        fields.put("name", customer.name());
        fields.put("plan", customer.plan());
        fields.put("terms/notice", customer.terms().notice());
        fields.put("terms/objection", customer.terms().objection());
        fields.put("terms/expedited", customer.terms().expeditedAllowed());
        fields.put("terms/clause", customer.terms().clause());
        fields.put("shownChanges", String.join(", ", new TreeSet<>(customer.shown())));
        customer.contacts().forEach(contact -> fields.contact("contacts/" + contact.id(), contact));
        customer.orders().forEach(order -> fields.order("orders/" + order.externalId(), order));
        return fields;
    }

    private void contact(String path, Contact contact) {
        part(path, contact.name() + " <" + contact.email() + "> " + new TreeSet<>(contact.roles()));
        put(path + "/name", contact.name());
        put(path + "/email", contact.email());
        put(path + "/roles", String.join(", ", names(contact)));
        put(
                path + "/language",
                contact.language() == Language.EN ? null : contact.language().code());
    }

    private static List<String> names(Contact contact) {
        return contact.roles().stream().map(ContactRole::name).sorted().toList();
    }

    private void order(String path, Order order) {
        part(path, order.product() + ", " + plain(order.prepaid()) + " " + order.currency());
        put(path + "/product", order.product());
        put(path + "/begins", order.begins());
        put(path + "/ends", order.ends());
        put(path + "/prepaid", plain(order.prepaid()));
        put(path + "/currency", order.currency());
        order.lines().forEach(line -> line(path + "/lines/" + line.externalId(), line));
    }

    private void line(String path, OrderLine line) {
        part(path, line.description());
        put(path + "/description", line.description());
        put(path + "/pricing", line.pricing());
        line.payments()
                .forEach(payment -> payment(path + "/payments/" + payment.invoice() + " " + payment.begins(), payment));
    }

    private void payment(String path, Payment payment) {
        part(path, plain(payment.net()));
        put(path + "/paidOn", payment.paidOn());
        put(path + "/ends", payment.ends());
        put(path + "/net", plain(payment.net()));
        put(path + "/discount", plain(payment.discount()));
        put(path + "/credited", plain(payment.credited()));
        put(path + "/refunded", plain(payment.refunded()));
        put(path + "/taxRate", plain(payment.taxRate()));
        put(path + "/means", payment.means());
        put(path + "/unitsBought", payment.unitsBought());
        put(path + "/unitsUsed", payment.unitsUsed());
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    private void part(String path, String summary) {
        parts.add(path);
        values.put(path, summary);
    }

    /** What holds nothing is left out, like what is not stated. */
    private void put(String path, Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(path, value.toString());
        }
    }
}
