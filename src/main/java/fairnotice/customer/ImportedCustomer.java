package fairnotice.customer;

import fairnotice.calendar.Period;
import fairnotice.refusal.EmailAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer as somebody states it to us, not yet checked. It states the whole customer: contacts and orders that are not in it go.
 *
 * @param id the publisher's own id for it, unique in the register
 * @param terms null for none
 * @param shownChanges references of pending changes that were shown to it before it signed; it gets no notice of those
 */
public record ImportedCustomer(
        String id,
        String name,
        String plan,
        List<ImportedContact> contacts,
        List<ImportedOrder> orders,
        ImportedTerms terms,
        List<String> shownChanges) {

    public ImportedCustomer {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        orders = orders == null ? List.of() : List.copyOf(orders);
        shownChanges = shownChanges == null ? List.of() : List.copyOf(shownChanges);
    }

    /** A customer that was shown no pending change before it signed. */
    public ImportedCustomer(
            String id,
            String name,
            String plan,
            List<ImportedContact> contacts,
            List<ImportedOrder> orders,
            ImportedTerms terms) {
        this(id, name, plan, contacts, orders, terms, List.of());
    }

    /**
     * @param email as it was stated, in the spelling that is kept
     * @param roles names of {@link ContactRole}, in any case
     * @param language code of the language that it is written to in; null leaves it as it is, that of the agreement at first
     */
    public record ImportedContact(String name, String email, List<String> roles, String language) {
        public ImportedContact {
            email = EmailAddress.kept(email);
            roles = roles == null ? List.of() : List.copyOf(roles);
            language = language == null || language.isBlank() ? null : language.strip();
        }

        /** One of whom no language is stated. */
        public ImportedContact(String name, String email, List<String> roles) {
            this(name, email, roles, null);
        }
    }

    /**
     * @param ends last day, inclusive
     * @param prepaid in {@code currency}
     * @param currency ISO 4217
     * @param lines none when only the order as a whole is known
     */
    public record ImportedOrder(
            String id,
            String product,
            LocalDate begins,
            LocalDate ends,
            BigDecimal prepaid,
            String currency,
            List<ImportedLine> lines) {

        public ImportedOrder {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        /** An order of which only the whole is known. */
        public ImportedOrder(
                String id, String product, LocalDate begins, LocalDate ends, BigDecimal prepaid, String currency) {
            this(id, product, begins, ends, prepaid, currency, List.of());
        }

        /** The pre-paid amount with as many decimals as its currency has: "1200.00". */
        public String toMinorUnit() {
            return ImportedLine.minor(prepaid, currency).toPlainString();
        }

        /** Its lines with every amount at the currency's minor unit; only of an order that {@link ImportRules} let pass. */
        public List<OrderLine> checkedLines() {
            return lines.stream().map(line -> line.checked(currency)).toList();
        }

        /** By which invoices it was paid, as {@link InvoiceNumber#key} gives them. */
        public List<String> invoices() {
            return lines.stream()
                    .flatMap(line -> line.payments().stream())
                    .map(payment -> InvoiceNumber.key(payment.invoice()))
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** As an order, of which some of that may have been ended; only one that {@link ImportRules} let pass. */
        Order with(List<EndedLine> ended) {
            List<EndedLine> own =
                    ended.stream().filter(line -> line.order().equals(id)).toList();
            return new Order(id, product, begins, ends, prepaid, currency, checkedLines(), own);
        }
    }

    /** What it negotiated; only of a customer that {@link ImportRules} let pass. */
    Terms checkedTerms() {
        return terms == null
                ? Terms.NONE
                : new Terms(
                        period(terms.notice()), period(terms.objection()), terms.expeditedAllowed(), terms.clause());
    }

    private static Period period(String written) {
        return written == null ? null : Period.parse(written);
    }

    /** @param notice as {@link fairnotice.calendar.Period#parse} reads it, like {@code objection}; null leaves the policy's word */
    public record ImportedTerms(String notice, String objection, Boolean expeditedAllowed, String clause) {}
}
