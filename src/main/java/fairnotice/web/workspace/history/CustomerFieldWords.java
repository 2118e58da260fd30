package fairnotice.web.workspace.history;

import fairnotice.calendar.Period;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.CustomerFields.Difference;
import fairnotice.customer.Order;
import fairnotice.refusal.Language;
import fairnotice.refusal.WrittenAmount;
import fairnotice.web.Dates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of a customer as a person reads them; the ledger keeps them as {@link fairnotice.customer.CustomerFields} names them. */
@Component
public class CustomerFieldWords {

    /** @param before null where there was none, like {@code after} */
    public record Row(String label, String before, String after) {}

    private static final Pattern CONTACT =
            Pattern.compile("contacts/(?<contact>\\d{1,18})(?:/(?<field>name|email|roles|language))?");
    private static final Pattern ORDER = Pattern.compile("orders/(?<order>.+?)"
            + "(?:/lines/(?<line>.+?)(?:/payments/(?<invoice>.+) (?<begins>\\d{4}-\\d\\d-\\d\\d))?)?"
            + "(?:/(?<field>product|begins|ends|prepaid|currency|description|pricing|paidOn|net|discount|credited|refunded|taxRate"
            + "|means|unitsBought|unitsUsed))?");
    /** Between two fields of a list; the ids in them may hold commas too. */
    private static final Pattern NEXT =
            Pattern.compile(", (?=(?:contacts|orders|terms)/|(?:name|plan|shownChanges)(?:,|$))");

    private static final Pattern WHOLE_CONTACT = Pattern.compile("(?<who>.*) \\[(?<roles>[A-Z, ]*)]");
    private static final Pattern WHOLE_ORDER =
            Pattern.compile("(?<what>.*), (?<amount>-?[0-9.]+) (?<currency>[A-Z]{3})");

    private static final Set<String> AMOUNTS = Set.of("prepaid", "net", "discount", "credited", "refunded");
    private static final Set<String> DAYS = Set.of("begins", "ends", "paidOn");

    private final Dates dates;
    private final MessageSource messages;

    CustomerFieldWords(Dates dates, MessageSource messages) {
        this.dates = dates;
        this.messages = messages;
    }

    /** @param before the customer as {@code difference} found it, like {@code after} */
    public Row row(Difference difference, Customer before, Customer after) {
        String field = difference.field();
        Function<String, Optional<String>> contacts =
                id -> contact(after, id).or(() -> contact(before, id)).map(CustomerFieldWords::name);
        return new Row(
                label(field, contacts),
                difference.before() == null ? null : value(field, difference.before(), currencies(before)),
                difference.after() == null ? null : value(field, difference.after(), currencies(after)));
    }

    private static Function<String, Optional<String>> currencies(Customer of) {
        return number -> of.orders().stream()
                .filter(order -> order.externalId().equals(number))
                .map(Order::currency)
                .findFirst();
    }

    /** The number of the order whose currency the field is. */
    static Optional<String> orderOfCurrency(String field) {
        Matcher order = ORDER.matcher(field);
        return order.matches() && order.group("line") == null && "currency".equals(order.group("field"))
                ? Optional.of(order.group("order"))
                : Optional.empty();
    }

    /** "Contact Maren Vogt: Maren Vogt <maren@example.com>, privacy; Plan: enterprise" @param customer a line for each field */
    String whole(
            String customer,
            Function<String, Optional<String>> contacts,
            Function<String, Optional<String>> currencies) {
        return customer.lines()
                .map(line -> line.split(": ", 2))
                .filter(field -> !isWithin(field[0]) && !field[field.length - 1].isBlank())
                .map(field -> label(field[0], contacts)
                        + (field.length == 1 ? "" : ": " + value(field[0], field[1], currencies)))
                .collect(Collectors.joining("; "));
    }

    /** Whether the whole contact or order says it too, or it is of a line. */
    private static boolean isWithin(String field) {
        Matcher contact = CONTACT.matcher(field);
        Matcher order = ORDER.matcher(field);
        return contact.matches() && contact.group("field") != null
                || order.matches() && (order.group("field") != null || order.group("line") != null);
    }

    /** "Contact Maren Vogt: roles; Order PO-1: pre-paid". @param contacts names by id */
    String labels(String fields, Function<String, Optional<String>> contacts) {
        return Arrays.stream(NEXT.split(fields))
                .map(field -> label(field, contacts))
                .collect(Collectors.joining("; "));
    }

    String label(String field, Function<String, Optional<String>> contacts) {
        Matcher contact = CONTACT.matcher(field);
        if (contact.matches()) {
            String id = contact.group("contact");
            return of(
                    contacts.apply(id).map(name -> words("contact", name)).orElseGet(() -> words("contact.gone", id)),
                    contact);
        }
        Matcher order = ORDER.matcher(field);
        if (order.matches()) {
            return of(part(order), order);
        }
        return messages.getMessage(
                "workspace.customer.field." + field.replace('/', '.'), null, field, Language.reader());
    }

    private String part(Matcher order) {
        if (order.group("invoice") != null) {
            return words(
                    "payment",
                    order.group("order"),
                    order.group("line"),
                    order.group("invoice"),
                    dates.day(LocalDate.parse(order.group("begins"))));
        }
        return order.group("line") == null
                ? words("order", order.group("order"))
                : words("line", order.group("order"), order.group("line"));
    }

    private String of(String part, Matcher found) {
        return found.group("field") == null ? part : part + ": " + words("of." + found.group("field"));
    }

    /** @param currencies of orders by their number, as they were */
    String value(String field, String value, Function<String, Optional<String>> currencies) {
        Matcher contact = CONTACT.matcher(field);
        if (contact.matches()) {
            return contact(contact, value);
        }
        Matcher order = ORDER.matcher(field);
        if (order.matches()) {
            return order(order, value, currencies.apply(order.group("order")));
        }
        return switch (field) {
            case "terms/notice", "terms/objection" -> Period.parse(value).inWords();
            case "terms/expedited" ->
                messages.getMessage(
                        "workspace.customer.expedited." + (value.equals("true") ? "yes" : "no"),
                        null,
                        Language.reader());
            default -> value;
        };
    }

    /** A whole contact stands there as {@code Maren Vogt <maren@example.com> [OWNER, PRIVACY]}. */
    private String contact(Matcher found, String value) {
        if ("roles".equals(found.group("field"))) {
            return roles(value);
        }
        if ("language".equals(found.group("field"))) {
            return Language.known(value)
                    .map(language -> messages.getMessage("workspace.language." + language, null, Language.reader()))
                    .orElse(value);
        }
        Matcher whole = WHOLE_CONTACT.matcher(value);
        return found.group("field") != null || !whole.matches()
                ? value
                : Stream.of(whole.group("who"), roles(whole.group("roles")))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private String roles(String names) {
        return Arrays.stream(names.split(", "))
                .filter(name -> !name.isEmpty())
                .sorted()
                .map(name -> messages.getMessage("workspace.role." + name, null, name, Language.reader()))
                .collect(Collectors.joining(", "));
    }

    private String order(Matcher found, String value, Optional<String> currency) {
        String field = found.group("field");
        if (field == null) {
            return part(found, value, currency);
        }
        if (AMOUNTS.contains(field)) {
            return amount(value, currency);
        }
        if (DAYS.contains(field)) {
            return dates.day(LocalDate.parse(value));
        }
        return switch (field) {
            case "pricing" -> words("pricing." + value);
            case "taxRate" -> value + " %";
            default -> value;
        };
    }

    /** A whole order stands there as {@code Seats, 1200 EUR}, a payment as what was billed, a line as its description. */
    private static String part(Matcher found, String value, Optional<String> currency) {
        Matcher order = WHOLE_ORDER.matcher(value);
        if (found.group("line") == null && order.matches()) {
            return order.group("what") + ", " + amount(order.group("amount"), Optional.of(order.group("currency")));
        }
        return found.group("invoice") == null ? value : amount(value, currency);
    }

    private static Optional<Contact> contact(Customer of, String id) {
        return of.contacts().stream()
                .filter(contact -> Long.toString(contact.id()).equals(id))
                .findFirst();
    }

    private static String name(Contact contact) {
        return contact.name() == null || contact.name().isBlank() ? contact.email() : contact.name();
    }

    /** "1,200.00 EUR", with the decimals of its currency at least; as it is where that is not known */
    private static String amount(String value, Optional<String> currency) {
        if (currency.isEmpty()) {
            return value;
        }
        BigDecimal amount = new BigDecimal(value);
        int decimals = Math.max(Currency.getInstance(currency.get()).getDefaultFractionDigits(), amount.scale());
        return WrittenAmount.money(amount.setScale(Math.max(0, decimals)), currency.get());
    }

    private String words(String key, Object... values) {
        return messages.getMessage("workspace.customer.field." + key, values, Language.reader());
    }
}
