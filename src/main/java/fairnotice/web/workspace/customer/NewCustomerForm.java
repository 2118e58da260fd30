package fairnotice.web.workspace.customer;

import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import fairnotice.web.workspace.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A customer with one contact and perhaps one order, as typed.
 *
 * @param begins as {@code <input type="date">} sends it, like {@code ends}
 * @param prepaid with a point before the decimals
 */
record NewCustomerForm(
        String number,
        String name,
        String plan,
        String contact,
        String email,
        List<String> roles,
        String language,
        String order,
        String product,
        String begins,
        String ends,
        String prepaid,
        String currency) {

    /** Where a problem that the import names is shown. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("id", "number"),
            Map.entry("contacts", "contact"),
            Map.entry("contacts[1].name", "contact"),
            Map.entry("contacts[1].email", "email"),
            Map.entry("contacts[1].roles", "roles"),
            Map.entry("contacts[1].language", "language"),
            Map.entry("orders[1].id", "order"),
            Map.entry("orders[1].product", "product"),
            Map.entry("orders[1].begins", "begins"),
            Map.entry("orders[1].ends", "ends"),
            Map.entry("orders[1].prepaid", "prepaid"),
            Map.entry("orders[1].currency", "currency"));

    NewCustomerForm {
        roles = roles == null ? List.of() : roles;
    }

    static NewCustomerForm blank() {
        return new NewCustomerForm(
                null, null, null, null, null, List.of("PRIVACY"), null, null, null, null, null, null, null);
    }

    /** @throws Refused when an amount or a day cannot be read */
    ImportedCustomer stated() {
        return new ImportedCustomer(
                Problems.text(number),
                Problems.text(name),
                Problems.text(plan),
                List.of(new ImportedContact(Problems.text(contact), email, roles, language)),
                orders(),
                null);
    }

    private List<ImportedOrder> orders() {
        boolean none = Stream.of(order, product, begins, ends, prepaid)
                .map(Problems::text)
                .allMatch(Objects::isNull);
        return none
                ? List.of()
                : List.of(new ImportedOrder(
                        Problems.text(order),
                        Problems.text(product),
                        day("begins", begins),
                        day("ends", ends),
                        amount(),
                        Problems.text(currency)));
    }

    private static LocalDate day(String field, String typed) {
        String day = Problems.text(typed);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException unreadable) {
            throw Refused.invalid(field, "refused.customer.day");
        }
    }

    private BigDecimal amount() {
        String amount = Problems.text(prepaid);
        try {
            return amount == null ? null : new BigDecimal(amount);
        } catch (NumberFormatException unreadable) {
            throw Refused.invalid("prepaid", "refused.customer.amount");
        }
    }

    /** The same refusal beside the fields of this form. */
    static Refused beside(Refused refused) {
        return refused.because() != Refused.Because.INVALID
                ? refused
                : Refused.invalid(refused.problems().stream()
                        .map(problem -> new FieldProblem(
                                FIELDS.getOrDefault(problem.field(), problem.field()), problem.phrase()))
                        .toList());
    }
}
