package fairnotice.web.api;

import fairnotice.calendar.Period;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.EndedLine;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportedLine;
import fairnotice.customer.ImportedLine.ImportedPayment;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Payment;
import fairnotice.customer.Terms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A customer as it is shown, and stated by an import: what was read can be sent back.
 *
 * @param id the publisher's own
 * @param shownChanges references of pending changes that were shown to it before it signed
 * @param revision where reading goes on after it; passed over when it is sent
 */
record CustomerBody(
        String id,
        String name,
        String plan,
        List<ContactBody> contacts,
        List<OrderBody> orders,
        TermsBody terms,
        List<String> shownChanges,

        @Schema(
                accessMode = Schema.AccessMode.READ_ONLY,
                description =
                        "Where reading goes on after this customer. It is passed over when it is sent: the customer is"
                                + " replaced as stated, also where somebody changed it meanwhile.")
        Long revision) {

    /**
     * @param id ours, to name the contact by in a task; passed over when it is sent
     * @param language that it is written to in: "en" or "de"; left out, it stays as it is, and is that of the agreement at first
     */
    record ContactBody(Long id, String name, String email, List<String> roles, String language) {

        static ContactBody of(Contact contact) {
            List<String> roles = contact.roles().stream()
                    .sorted()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .toList();
            return new ContactBody(
                    contact.id(),
                    contact.name(),
                    contact.email(),
                    roles,
                    contact.language().code());
        }

        ImportedContact imported() {
            return new ImportedContact(name, email, roles, language);
        }
    }

    /**
     * @param ends last day as it was bought, inclusive
     * @param endedOn last day, inclusive, of an order that was terminated before it; null for one that was not, or of which a line goes on;
     *     passed over when it is sent
     * @param prepaid in {@code currency}
     * @param currency ISO 4217
     * @param lines none, or left out, when only the order as a whole is known
     */
    record OrderBody(
            String id,
            String product,
            LocalDate begins,
            LocalDate ends,
            LocalDate endedOn,
            BigDecimal prepaid,
            String currency,
            List<LineBody> lines) {

        static OrderBody of(Order order) {
            return new OrderBody(
                    order.externalId(),
                    order.product(),
                    order.begins(),
                    order.ends(),
                    order.wholeEnd().map(EndedLine::lastDay).orElse(null),
                    order.prepaid(),
                    order.currency(),
                    order.lines().stream().map(LineBody::of).toList());
        }

        ImportedOrder imported() {
            List<ImportedLine> stated = lines == null
                    ? null
                    : lines.stream().map(LineBody::imported).toList();
            return new ImportedOrder(id, product, begins, ends, prepaid, currency, stated);
        }
    }

    /** @param pricing "time" or "unit" @param payments one for each invoice and period */
    record LineBody(String id, String description, String pricing, List<ImportedPayment> payments) {

        static LineBody of(OrderLine line) {
            return new LineBody(
                    line.externalId(),
                    line.description(),
                    line.pricing().name().toLowerCase(Locale.ROOT),
                    line.payments().stream().map(LineBody::payment).toList());
        }

        private static ImportedPayment payment(Payment paid) {
            return new ImportedPayment(
                    paid.invoice(),
                    paid.paidOn(),
                    paid.begins(),
                    paid.ends(),
                    paid.net(),
                    paid.discount(),
                    paid.credited(),
                    paid.refunded(),
                    paid.taxRate(),
                    paid.means(),
                    paid.unitsBought(),
                    paid.unitsUsed());
        }

        ImportedLine imported() {
            return new ImportedLine(id, description, pricing, payments);
        }
    }

    /** What differs from the policy: periods such as "45 days"; null leaves the policy's word. */
    record TermsBody(String notice, String objection, Boolean expeditedAllowed, String clause) {

        static TermsBody of(Terms terms) {
            return new TermsBody(
                    written(terms.notice()), written(terms.objection()), terms.expeditedAllowed(), terms.clause());
        }

        private static String written(Period period) {
            return period == null ? null : period.toString();
        }

        ImportedTerms imported() {
            return new ImportedTerms(notice, objection, expeditedAllowed, clause);
        }
    }

    static CustomerBody of(Customer customer) {
        return new CustomerBody(
                customer.externalId(),
                customer.name(),
                customer.plan(),
                customer.contacts().stream().map(ContactBody::of).toList(),
                customer.orders().stream().map(OrderBody::of).toList(),
                TermsBody.of(customer.terms()),
                customer.shown().stream().sorted().toList(),
                customer.revision());
    }

    ImportedCustomer imported() {
        return new ImportedCustomer(
                id,
                name,
                plan,
                contacts == null
                        ? null
                        : contacts.stream().map(ContactBody::imported).toList(),
                orders == null ? null : orders.stream().map(OrderBody::imported).toList(),
                terms == null ? null : terms.imported(),
                shownChanges);
    }
}
