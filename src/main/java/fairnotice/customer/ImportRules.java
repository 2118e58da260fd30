package fairnotice.customer;

import fairnotice.calendar.Period;
import fairnotice.customer.ImportRefused.Problem;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.refusal.Alphabets;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of every imported customer. What comes in here is shown on pages and in mail, and money is counted from it. */
final class ImportRules {

    private static final int LONGEST_TEXT = 200;
    static final int MOST_PARTS = 100;
    static final int MOST_MAJOR_DIGITS = 12;
    private static final int MOST_YEARS = 5;
    /**
     * Control characters, half characters and non-characters, line and paragraph separators, and format characters, such as a blank of no
     * width, but the two joiners that some scripts are written with.
     */
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF\\u2028\\u2029]|[\\p{Cf}&&[^\\u200C\\u200D]]");

    /** What makes one id look like another: joiners, selectors of a variant, fillers, and blanks other than the one on the keyboard. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u200C\\u200D\\u034F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}\\u115F\\u1160\\u3164\\uFFA0]|[\\p{Z}&&[^ ]]");

    private static final Pattern BLANK_AROUND = Pattern.compile("^\\p{Z}|\\p{Z}\\z");

    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9]{1,40}-\\d{4}-\\d{4,9}");

    private static final Set<String> ROLES =
            Stream.of(ContactRole.values()).map(Enum::name).collect(Collectors.toSet());

    private final List<Problem> problems = new ArrayList<>();
    private final LocalDate today;
    private int row;

    private ImportRules(LocalDate today) {
        this.today = today;
    }

    /**
     * All that is wrong with an import; empty when it may be taken.
     *
     * @param today where days begin first
     */
    static List<Problem> problemsOf(List<ImportedCustomer> customers, LocalDate today) {
        ImportRules rules = new ImportRules(today);
        Map<String, Integer> rowsById = new HashMap<>();
        for (ImportedCustomer customer : customers) {
            rules.row++;
            if (customer == null) {
                rules.refuse(true, "id", "refused.import.row-empty");
                continue;
            }
            rules.check(customer);
            Integer earlier = rowsById.putIfAbsent(String.valueOf(customer.id()), rules.row);
            rules.refuse(earlier != null, "id", "refused.import.same-id", earlier);
        }
        return rules.problems;
    }

    /**
     * Orders that begin after the day on which their number was ended.
     *
     * @param stated that the other rules let pass
     * @param ended by the customer's id
     */
    static List<Problem> renewalsIn(List<ImportedCustomer> stated, Map<String, List<EndedLine>> ended) {
        ImportRules rules = new ImportRules(LocalDate.MAX);
        for (ImportedCustomer customer : stated) {
            rules.row++;
            rules.renewals(customer.orders(), ended.getOrDefault(customer.id(), List.of()));
        }
        return rules.problems;
    }

    private void renewals(List<ImportedOrder> orders, List<EndedLine> ended) {
        for (int i = 0; i < orders.size() && !ended.isEmpty(); i++) {
            Order order = orders.get(i).with(ended);
            refuse(
                    order.lastDay().isBefore(order.begins()),
                    "orders[" + (i + 1) + "].begins",
                    "refused.import.renewal",
                    order.externalId(),
                    order.lastDay(),
                    order.wholeEnd().map(EndedLine::by).orElse(""));
        }
    }

    /**
     * Invoices that another customer of the register has, or that two of the import state. An invoice that a customer has already stays its own,
     * whoever else had it before this was a rule.
     *
     * @param stated that the other rules let pass
     */
    static List<Problem> invoicesOfOthers(List<ImportedCustomer> stated, List<InvoiceHolders.Holder> holders) {
        ImportRules rules = new ImportRules(LocalDate.MAX);
        Map<String, Set<String>> held = holders.stream()
                .collect(Collectors.groupingBy(
                        InvoiceHolders.Holder::invoice,
                        Collectors.mapping(InvoiceHolders.Holder::externalId, Collectors.toCollection(TreeSet::new))));
        Map<String, Integer> claimed = new HashMap<>();
        for (ImportedCustomer customer : stated) {
            rules.row++;
            for (int order = 0; order < customer.orders().size(); order++) {
                rules.invoices(customer, order, held, claimed);
            }
        }
        return rules.problems;
    }

    /** Whether terms are stated without their clause that the customer has not already. @param known by the customer's id */
    static boolean mayNeedClause(ImportedCustomer customer, Map<String, Terms> known) {
        Terms stated = customer.checkedTerms();
        return (stated.clause() == null || stated.clause().isBlank())
                && !stated.isSameAs(known.getOrDefault(customer.id(), Terms.NONE));
    }

    /** Terms that give less than is promised, without the clause in which that is agreed. @param before how many rows stand before these */
    static List<Problem> termsWithoutClause(
            List<ImportedCustomer> stated, int before, Map<String, Terms> known, PromisedTerms.Promise promise) {
        ImportRules rules = new ImportRules(LocalDate.MAX);
        rules.row = before;
        for (ImportedCustomer customer : stated) {
            rules.row++;
            Terms terms = customer.checkedTerms();
            rules.refuse(
                    mayNeedClause(customer, known) && !terms.isSameAs(promise.withoutLess(terms)),
                    "terms.clause",
                    "refused.import.clause");
        }
        return rules.problems;
    }

    private void invoices(
            ImportedCustomer customer, int order, Map<String, Set<String>> held, Map<String, Integer> claimed) {
        List<ImportedLine> lines = customer.orders().get(order).lines();
        for (int line = 0; line < lines.size(); line++) {
            for (int payment = 0; payment < lines.get(line).payments().size(); payment++) {
                String key = InvoiceNumber.key(
                        lines.get(line).payments().get(payment).invoice());
                Set<String> others = held.getOrDefault(key, Set.of());
                Integer earlier = others.isEmpty() ? claimed.putIfAbsent(key, row) : null;
                String field =
                        "orders[" + (order + 1) + "].lines[" + (line + 1) + "].payments[" + (payment + 1) + "].invoice";
                refuse(
                        !others.isEmpty() && !others.contains(customer.id()),
                        field,
                        "refused.import.invoice-of-another",
                        String.join(", ", others));
                refuse(earlier != null && earlier != row, field, "refused.import.invoice-in-row", earlier);
            }
        }
    }

    private void check(ImportedCustomer customer) {
        identifier("id", customer.id());
        text("name", customer.name());
        withoutBlanksAround("name", customer.name());
        inOneAlphabet("name", customer.name());
        text("plan", customer.plan());
        contacts(customer.contacts());
        orders(customer.orders());
        boolean odd = !customer.shownChanges().stream().allMatch(REFERENCE.asMatchPredicate());
        refuse(odd, "shownChanges", "refused.import.change-reference");
        if (customer.terms() != null) {
            period(
                    "terms.notice",
                    "refused.import.notice-period",
                    customer.terms().notice());
            period(
                    "terms.objection",
                    "refused.import.objection-window",
                    customer.terms().objection());
            optionalText("terms.clause", customer.terms().clause());
        }
    }

    private void contacts(List<ImportedContact> contacts) {
        refuse(contacts.isEmpty(), "contacts", "refused.import.contacts");
        refuse(contacts.size() > MOST_PARTS, "contacts", "refused.import.most-contacts", MOST_PARTS);
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < contacts.size(); i++) {
            ImportedContact contact = contacts.get(i);
            String field = "contacts[" + (i + 1) + "]";
            text(field + ".name", contact.name());
            address(field + ".email", contact.email(), addresses);
            for (String role : contact.roles()) {
                boolean known = role != null && ROLES.contains(role.toUpperCase(Locale.ROOT));
                refuse(!known, field + ".roles", "refused.import.role");
            }
            boolean spoken = contact.language() == null
                    || Language.known(contact.language()).isPresent();
            refuse(!spoken, field + ".language", "refused.import.language", Language.codes());
        }
    }

    private void address(String field, String email, Set<String> seen) {
        if (!EmailAddress.isValid(email)) {
            refuse(true, field, EmailAddress.whyNot(email, "refused.email.none"));
        } else {
            refuse(!seen.add(EmailAddress.comparable(email)), field, "refused.import.address-twice");
        }
    }

    private void orders(List<ImportedOrder> orders) {
        refuse(orders.size() > MOST_PARTS, "orders", "refused.import.most-orders", MOST_PARTS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < orders.size(); i++) {
            ImportedOrder order = orders.get(i);
            String field = "orders[" + (i + 1) + "]";
            identifier(field + ".id", order.id());
            refuse(!ids.add(order.id()), field + ".id", "refused.import.order-twice");
            text(field + ".product", order.product());
            term(field, order);
            money(field, order);
            new LineRules(this, order, today).check(field + ".lines");
        }
    }

    private void term(String field, ImportedOrder order) {
        refuse(order.begins() == null, field + ".begins", "refused.import.first-day");
        refuse(order.ends() == null, field + ".ends", "refused.import.last-day");
        boolean turnedRound =
                order.begins() != null && order.ends() != null && order.ends().isBefore(order.begins());
        refuse(turnedRound, field + ".ends", "refused.import.order-turned");
    }

    private void money(String field, ImportedOrder order) {
        refuse(minorDigits(order.currency()) < 0, field + ".currency", "refused.import.currency");
        String prepaid = field + ".prepaid";
        refuse(order.prepaid() == null, prepaid, "refused.import.prepaid");
        amount(prepaid, "refused.import.a-prepaid", order.prepaid(), order.currency());
    }

    /** @param name key of what begins the sentences: "A pre-paid amount" */
    void amount(String field, String name, BigDecimal amount, String currency) {
        if (amount == null) {
            return;
        }
        refuse(amount.signum() < 0, field, "refused.import.negative", Phrase.of(name));
        boolean tooLarge = amount.precision() - (long) amount.scale() > MOST_MAJOR_DIGITS;
        refuse(tooLarge, field, "refused.import.major-digits", Phrase.of(name), MOST_MAJOR_DIGITS);
        int digits = minorDigits(currency);
        boolean tooFine = digits >= 0 && amount.stripTrailingZeros().scale() > digits;
        refuse(tooFine, field, "refused.import.minor-digits", currency, digits);
    }

    /** Negative for what is no currency that can be paid in, such as gold. */
    private static int minorDigits(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(-1);
    }

    /** A contract may grant less than the policy, but never nothing. @param name key of what follows "negotiated" */
    private void period(String field, String name, String written) {
        if (written == null) {
            return;
        }
        try {
            Period period = Period.parse(written);
            refuse(
                    period.amount() < 1 || period.isLongerThanYears(MOST_YEARS),
                    field,
                    "refused.import.period-length",
                    Phrase.of(name),
                    MOST_YEARS);
        } catch (IllegalArgumentException unreadable) {
            refuse(true, field, "refused.import.period");
        }
    }

    /** By which something is found again: it must not look like another. */
    void identifier(String field, String id) {
        text(field, id);
        withoutBlanksAround(field, id);
        refuse(id != null && UNSEEN.matcher(id).find(), field, "refused.import.unseen");
        inOneAlphabet(field, id);
    }

    private void inOneAlphabet(String field, String text) {
        refuse(text != null && text.length() <= LONGEST_TEXT && Alphabets.areMixed(text), field, Alphabets.MIXED);
    }

    private void withoutBlanksAround(String field, String text) {
        refuse(
                text != null && !text.isBlank() && BLANK_AROUND.matcher(text).find(),
                field,
                "refused.import.blank-around");
    }

    void text(String field, String text) {
        refuse(text == null || text.isBlank(), field, "refused.import.missing");
        optionalText(field, text);
    }

    void optionalText(String field, String text) {
        if (text != null) {
            refuse(text.length() > LONGEST_TEXT, field, "refused.import.long", LONGEST_TEXT);
            refuse(UNSHOWABLE.matcher(text).find(), field, "refused.import.unshowable");
            refuse(text.contains("<") || text.contains(">"), field, "refused.import.markup");
        }
    }

    void refuse(boolean wrong, String field, String key, Object... arguments) {
        refuse(wrong, field, Phrase.of(key, arguments));
    }

    private void refuse(boolean wrong, String field, Phrase phrase) {
        if (wrong) {
            problems.add(new Problem(row, field, phrase));
        }
    }
}
