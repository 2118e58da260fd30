package fairnotice.web.workspace.history;

import static fairnotice.customer.ContactFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Contact;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.CustomerFields;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Payment;
import fairnotice.customer.Pricing;
import fairnotice.customer.Terms;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import fairnotice.refusal.Language;
import fairnotice.web.Dates;
import fairnotice.web.MessagesInWords;
import fairnotice.web.workspace.history.CustomerFieldWords.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CustomerFieldWordsTest {

    private static final Contact MAREN = contact(58, "Maren Vogt", "maren@acme.example.com", ContactRole.PRIVACY);
    private static final Contact MALLORY =
            contact(59, "Mallory", "mallory@example.net", ContactRole.OWNER, ContactRole.BILLING);

    private final CustomerFieldWords words =
            new CustomerFieldWords(new Dates(), new MessagesInWords("messages/workspace", "messages/site"));

    @Test
    void every_field_that_was_changed_is_named_in_words_with_amounts_in_their_currency_and_days_written_out() {
        Customer before = customer("enterprise", List.of(MAREN), order("1200", "EUR", "2026-12-31", "1000.5"));
        Contact moved =
                new Contact(58, "Maren Vogt", "maren@new.example.com", Set.of(ContactRole.PRIVACY), 0, Language.DE);
        Customer after = customer("recruiter", List.of(moved, MALLORY), order("12000", "USD", "2027-01-31", "7000"));

        assertThat(rows(before, after))
                .containsExactly(
                        new Row("Contact Maren Vogt: email address", "maren@acme.example.com", "maren@new.example.com"),
                        new Row("Contact Maren Vogt: language", null, "German"),
                        new Row("Contact Mallory", null, "Mallory <mallory@example.net>, billing, owner"),
                        new Row("Order OT-1001-1: currency", "EUR", "USD"),
                        new Row("Order OT-1001-1: last day", "31 December 2026", "31 January 2027"),
                        new Row(
                                "Order OT-1001-1, line L-1, invoice I/7 for the time from 5 January 2026: before tax",
                                "1,000.50 EUR",
                                "7,000.00 USD"),
                        new Row("Order OT-1001-1: pre-paid", "1,200.00 EUR", "12,000.00 USD"),
                        new Row("Plan", "enterprise", "recruiter"));
    }

    /** A page says of null that nothing is stated; a blank would end its line in nothing. */
    @Test
    void what_holds_nothing_is_not_stated() {
        Contact idle = contact(58, "Maren Vogt", "maren@acme.example.com");
        Customer before = customer("enterprise", List.of(MAREN), List.of());
        Customer after = new Customer(
                7,
                "opsticket",
                "C-1",
                "Acme",
                "enterprise",
                List.of(idle),
                List.of(),
                Terms.NONE,
                Set.of("OPSTICKET-2026-0001"),
                Instant.EPOCH,
                1);

        assertThat(rows(before, after))
                .containsExactly(
                        new Row("Contact Maren Vogt: roles", "privacy", null),
                        new Row("Changes it was shown before it signed", null, "OPSTICKET-2026-0001"));
    }

    @Test
    void what_came_or_went_is_named_as_a_whole() {
        Customer before = customer("enterprise", List.of(MALLORY), order("1200", "JPY", "2026-12-31", "1000"));
        Customer after = customer("enterprise", List.of(), List.of());

        assertThat(rows(before, after))
                .containsExactly(
                        new Row("Contact Mallory", "Mallory <mallory@example.net>, billing, owner", null),
                        new Row("Order OT-1001-1", "Seats, 1,200 JPY", null));
    }

    @Test
    void a_list_of_fields_in_the_history_is_split_where_a_field_begins_and_unknown_ones_stay_as_they_are() {
        Map<String, String> known = Map.of("58", "Maren Vogt");

        assertThat(words.labels(
                        "contacts/58/roles, contacts/60, orders/A, B/prepaid, terms/notice, plan, later/field",
                        id -> Optional.ofNullable(known.get(id))))
                .isEqualTo("Contact Maren Vogt: roles; Contact 60, who is not on record any more; Order A, B: pre-paid;"
                        + " Agreed notice period; plan, later/field");
    }

    @Test
    void the_history_tells_amounts_in_the_currency_that_the_order_had_then() {
        Recorded raised = recorded(1, Map.of("orders/OT-1001-1/prepaid", List.of("1200", "12000")));
        Recorded moved = recorded(
                2,
                new TreeMap<>(Map.of(
                        "orders/OT-1001-1/currency",
                        List.of("EUR", "USD"),
                        "orders/OT-1001-1/prepaid",
                        List.of("12000", "13000"))));
        Recorded lowered = recorded(3, Map.of("orders/OT-1001-1/prepaid", List.of("13000", "9000")));
        List<Recorded> entries = List.of(raised, moved, lowered);
        HistoryChanges changes = new HistoryChanges(words, new MessagesInWords("messages/workspace", "messages/site"));
        HistoryNames names = new HistoryNames(
                Map.of(7L, customer("enterprise", List.of(), order("9000", "USD", "2026-12-31", "100"))),
                Map.of(),
                Map.of());

        assertThat(entries.stream().flatMap(entry -> changes.of(entry, entries, names).stream()))
                .extracting(change -> change.field() + " " + change.before().text() + " > "
                        + change.after().text())
                .containsExactly(
                        "Order OT-1001-1: pre-paid 1,200.00 EUR > 12,000.00 EUR",
                        "Order OT-1001-1: currency EUR > USD",
                        "Order OT-1001-1: pre-paid 12,000.00 EUR > 13,000.00 USD",
                        "Order OT-1001-1: pre-paid 13,000.00 USD > 9,000.00 USD");
    }

    @Test
    void fields_of_proposals_and_refunds_are_named_in_the_language_of_the_reader() {
        HistoryChanges changes = new HistoryChanges(words, new MessagesInWords("messages/workspace", "messages/site"));
        List<Recorded> entries = List.of(recorded(
                "change.amended",
                1,
                new TreeMap<>(Map.of(
                        "entry/ADDRESS", List.of("Oslo", "Bergen"),
                        "entry/EXCLUDABLE", List.of("false", "true"),
                        "goLiveAt", List.of("2026-12-01", "2027-01-10"),
                        "kind", List.of("ADD", "REPLACE"),
                        "policy/zone", List.of("UTC", "Europe/Oslo"),
                        "refunds/EUR/net", List.of("9460.32", "9000.00")))));

        assertThat(Language.DE.speak(() -> told(changes, entries)))
                .containsExactly(
                        "Anschrift: Oslo > Bergen",
                        "Kunden können ausgenommen werden: nein > ja",
                        "Gewünschter Einsatzbeginn: 1. Dezember 2026 > 10. Januar 2027",
                        "Art der Änderung: Aufnahme > Ersatz",
                        "policy/zone: UTC > Europe/Oslo",
                        "Erstattung in EUR, ohne Steuer: 9.460,32 > 9.000,00");
        assertThat(told(changes, entries))
                .contains("Address: Oslo > Bergen", "Refund in EUR, before tax: 9,460.32 > 9,000.00");
    }

    private static List<String> told(HistoryChanges changes, List<Recorded> entries) {
        return changes.of(entries.get(0), entries, null).stream()
                .map(change -> change.field() + ": " + change.before().text() + " > "
                        + change.after().text())
                .toList();
    }

    @Test
    void a_customer_that_was_added_is_told_by_its_contacts_and_orders_as_wholes() {
        assertThat(words.whole(
                        "contacts/58: Maren Vogt <maren@acme.example.com> [OWNER, PRIVACY]\ncontacts/58/name: Maren Vogt\n"
                                + "orders/A: Seats, 1200 EUR\norders/A/prepaid: 1200\norders/A/lines/L: Seats\nplan: enterprise\nshownChanges: ",
                        id -> Optional.of("Maren Vogt"),
                        order -> Optional.empty()))
                .isEqualTo("Contact Maren Vogt: Maren Vogt <maren@acme.example.com>, owner, privacy;"
                        + " Order A: Seats, 1,200.00 EUR; Plan: enterprise");
    }

    private static Recorded recorded(long id, Map<String, List<String>> changes) {
        return recorded("customers.changed", id, changes);
    }

    private static Recorded recorded(String kind, long id, Map<String, List<String>> changes) {
        return new Recorded(
                id,
                kind,
                "customer:7",
                "admin",
                Instant.EPOCH,
                "",
                new TreeMap<>(),
                id,
                null,
                changes.entrySet().stream()
                        .map(change -> new RecordedChange(
                                change.getKey(),
                                Value.of(change.getValue().get(0)),
                                Value.of(change.getValue().get(1))))
                        .toList());
    }

    private List<Row> rows(Customer before, Customer after) {
        return CustomerFields.differences(before, after).stream()
                .map(difference -> words.row(difference, before, after))
                .toList();
    }

    private static List<Order> order(String prepaid, String currency, String ends, String net) {
        LocalDate begins = LocalDate.of(2026, 1, 5);
        Payment payment = Payment.ofTime("I/7", begins, begins, LocalDate.of(2026, 12, 31), new BigDecimal(net));
        return List.of(new Order(
                "OT-1001-1",
                "Seats",
                begins,
                LocalDate.parse(ends),
                new BigDecimal(prepaid),
                currency,
                List.of(new OrderLine("L-1", "Seats", Pricing.TIME, List.of(payment))),
                List.of()));
    }

    private static Customer customer(String plan, List<Contact> contacts, List<Order> orders) {
        return new Customer(
                7, "opsticket", "C-1", "Acme", plan, contacts, orders, Terms.NONE, Set.of(), Instant.EPOCH, 1);
    }
}
