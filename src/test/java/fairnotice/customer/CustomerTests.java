package fairnotice.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.RealDatabase;
import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Period;
import fairnotice.calendar.Unit;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.ledger.CustomerEvidence;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

class CustomerTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final Actor ADA = new Actor("ada", Set.of(Role.ADMIN));

    private final List<Entry> recorded = new ArrayList<>();
    private final CountingStatements statements = new CountingStatements(RealDatabase.fresh());
    private final Set<Long> inCase = new HashSet<>();
    private final Set<Long> inNotice = new HashSet<>();
    private final List<EarlierContacts.Told> mailed = new ArrayList<>();
    private final List<Long> countedFor = new ArrayList<>();
    private StaffDirectory staff = staff("admin", "ada");
    private Language agreed = Language.EN;
    private AnnotationConfigApplicationContext room;
    private ImportingCustomers importing;
    private Customers customers;

    @Configuration
    @ComponentScan("fairnotice.customer")
    @EnableTransactionManagement
    static class Room {}

    @BeforeEach
    void open() {
        room = new AnnotationConfigApplicationContext();
        room.registerBean(DataSource.class, () -> statements);
        room.registerBean(JdbcClient.class, () -> RealDatabase.client(statements));
        room.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(statements));
        room.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        room.registerBean(Ledger.class, () -> new RecordingLedger(recorded));
        room.registerBean(OpenObjections.class, () -> asked -> {
            Set<Long> open = new HashSet<>(asked);
            open.retainAll(inCase);
            return open;
        });
        room.registerBean(RunningNotices.class, () -> (asked, now) -> {
            Set<Long> running = new HashSet<>(asked);
            running.retainAll(inNotice);
            return running;
        });
        room.registerBean(EarlierContacts.class, () -> (register, told, at) -> mailed.addAll(told));
        room.registerBean(ContactsConfirmed.class, () -> confirmed -> countedFor.addAll(confirmed.keySet()));
        room.registerBean(PromisedTerms.class, () -> new PromisedTerms() {

            @Override
            public Promise of(String register, Instant now) {
                return CustomerTests::atLeastThirtyDays;
            }

            @Override
            public Language language(String register) {
                return agreed;
            }
        });
        room.registerBean(StaffDirectory.class, () -> (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, values) -> method.invoke(staff, values)));
        room.register(Room.class);
        room.refresh();
        importing = room.getBean(ImportingCustomers.class);
        customers = room.getBean(Customers.class);
    }

    /** Everybody is promised 30 days of notice and no exception. */
    private static Terms atLeastThirtyDays(Terms terms) {
        return new Terms(
                terms.notice() != null && terms.notice().amount() < 30 ? null : terms.notice(),
                terms.objection(),
                Boolean.TRUE.equals(terms.expeditedAllowed()) ? null : terms.expeditedAllowed(),
                terms.clause());
    }

    @Test
    void what_a_new_customer_is_stated_to_have_agreed_to_less_counts_once_another_administrator_confirms() {
        Customer added = imported(agreed("10 days", true, "Order form 7", "OPSTICKET-2026-0001"));

        assertThat(added.allTerms())
                .extracting(Terms::notice, Terms::expeditedAllowed)
                .containsExactlyInAnyOrder(tuple(Period.days(10), true), tuple(null, null));
        assertThat(added.expeditedAllowed()).isNull();
        assertThat(added.wasShown("OPSTICKET-2026-0001")).isFalse();
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        assertThat(confirming.differences(added.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactly("shownChanges", "terms/expedited", "terms/notice");
        assertThat(recorded.get(0).kind()).isEqualTo("customers.added");
        assertThat(recorded.get(0).content()).containsEntry("unconfirmed", "true");
        state(ADMIN, agreed("10 days", true, "Order form 7", "OPSTICKET-2026-0001"));
        assertThat(confirming.waiting(ADMIN)).isEmpty();
        assertThatThrownBy(() -> confirm(added.id(), ADMIN)).isInstanceOf(Refused.class);

        confirm(added.id(), ADA);

        Customer confirmed = customers.find(added.id()).orElseThrow();
        assertThat(confirmed.allTerms()).extracting(Terms::notice).containsExactly(Period.days(10));
        assertThat(confirmed.expeditedAllowed()).isTrue();
        assertThat(confirmed.wasShown("OPSTICKET-2026-0001")).isTrue();
    }

    @Test
    void new_customers_with_what_everybody_is_promised_or_more_wait_for_nobody() {
        state(ADMIN, numbered(1), agreed("45 days", false, null));

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
        assertThat(recorded).noneMatch(entry -> entry.content().containsKey("unconfirmed"));
    }

    @Test
    void the_only_administrator_of_a_single_handed_publisher_adds_a_customer_with_less_and_the_ledger_says_so() {
        staff = staff(true, "admin");

        Customer added = imported(agreed("10 days", null, "Order form 7", "OPSTICKET-2026-0001"));

        assertThat(added.earlier()).isNull();
        assertThat(added.wasShown("OPSTICKET-2026-0001")).isTrue();
        assertThat(recorded.get(0).content())
                .containsEntry("singleHanded", "true")
                .doesNotContainKey("unconfirmed");
    }

    @Test
    void less_than_is_promised_is_taken_with_the_clause_alone_in_which_it_is_agreed() {
        assertThatThrownBy(() -> state(ADMIN, numbered(1), agreed("10 days", null, " ")))
                .isInstanceOf(ImportRefused.class)
                .hasMessage(
                        "Row 2, terms.clause: These terms give the customer less than the register promises. State the clause"
                                + " in which that is agreed.");
        assertThat(customers.count("opsticket")).isZero();
    }

    @Test
    void many_new_customers_with_terms_of_their_own_cost_no_statement_more_than_one() {
        int ofOne = statementsOf(() -> state(ADMIN, agreed(1)));
        int ofMany = statementsOf(() -> importing.importInto(
                "securicom",
                IntStream.range(0, 900).mapToObj(CustomerTests::agreed).toList(),
                ADMIN));

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 999))
                .hasSize(901);
        assertThat(ofMany).isEqualTo(ofOne);
    }

    private static ImportedCustomer agreed(int number) {
        ImportedCustomer same = numbered(number);
        return new ImportedCustomer(
                same.id(),
                same.name(),
                same.plan(),
                same.contacts(),
                same.orders(),
                new ImportedTerms("10 days", null, null, "Order form 7"));
    }

    private static ImportedCustomer agreed(String notice, Boolean expedited, String clause, String... shown) {
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                acme().contacts(),
                acme().orders(),
                new ImportedTerms(notice, null, expedited, clause),
                List.of(shown));
    }

    @Test
    void an_import_is_taken_whole() {
        state(ADMIN, acme());

        Customer found = customers.page("opsticket", 0, 10).get(0);
        assertThat(found.externalId()).isEqualTo("C-1");
        assertThat(found.since()).isEqualTo(NOW);
        assertThat(found.contacts())
                .extracting(Contact::email)
                .containsExactly("owner@acme.example.com", "dpo@acme.example.com");
        assertThat(found.contacts().get(1).roles()).containsExactlyInAnyOrder(ContactRole.PRIVACY, ContactRole.LEGAL);
        assertThat(found.orders())
                .containsExactly(new Order(
                        "O-1",
                        "Seats",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        new BigDecimal("1200.00"),
                        "EUR"));
        assertThat(found.terms()).isEqualTo(new Terms(new Period(45, Unit.DAYS), null, false, "Amendment 2"));
        assertThat(recorded).extracting(Entry::kind).containsExactly("customers.added", "customers.imported");
        assertThat(recorded.get(0).changes())
                .extracting(Entry.ChangedField::field)
                .containsExactly("customer", "contract");
        assertThat(recorded.get(0).changes().get(0).after())
                .contains("terms/clause: Amendment 2", "owner@acme.example.com")
                .doesNotContain("orders/");
        assertThat(recorded.get(0).changes().get(1).after())
                .contains("terms/notice: 45 days", "orders/O-1/prepaid: 1200", "orders/O-1/currency: EUR")
                .doesNotContain("@", "Amendment", "name");
    }

    @Test
    void the_same_import_twice_changes_nothing() {
        var first = state(ADMIN, acme());
        List<Customer> before = customers.page("opsticket", 0, 10);

        var second = state(ADMIN, acme());

        assertThat(first.added()).isEqualTo(1);
        assertThat(second.added()).isZero();
        assertThat(customers.page("opsticket", 0, 10)).isEqualTo(before);
    }

    @Test
    void an_orders_lines_and_payments_are_kept_as_stated_and_stating_them_again_changes_nothing() {
        var lines = List.of(
                new ImportedLine(
                        "L-1",
                        "Seats",
                        "time",
                        List.of(
                                payment("I-1", LocalDate.of(2026, 1, 5), 1, 6, "600", null, null),
                                payment("I-2", null, 7, 12, "600.5", null, null))),
                new ImportedLine(
                        "L-2",
                        "Credits",
                        "Unit",
                        List.of(payment("I-1", LocalDate.of(2026, 1, 5), 1, 12, "100", 500L, 20L))));
        state(ADMIN, with(lines));
        List<Customer> before = customers.page("opsticket", 0, 10);

        state(ADMIN, with(lines));

        assertThat(customers.page("opsticket", 0, 10)).isEqualTo(before);
        Order order = before.get(0).orders().get(0);
        assertThat(order.linesOrWhole()).isEqualTo(order.lines()).hasSize(2);
        assertThat(order.lines().get(0).payments().get(1))
                .isEqualTo(new Payment(
                        "I-2",
                        null,
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 12, 28),
                        new BigDecimal("600.50"),
                        new BigDecimal("10.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("19.5"),
                        "card ending 4242",
                        null,
                        null));
        assertThat(order.lines().get(1).pricing()).isEqualTo(Pricing.UNIT);
        assertThat(order.lines().get(1).payments().get(0).unitsUsed()).isEqualTo(20);
    }

    @Test
    void an_invoice_belongs_to_one_customer_of_a_register() {
        Customer acme = imported(with(List.of(line("600"))));
        imported(numbered(1));
        ImportedCustomer twin = twin("T-1", "M-1", "i \u2010 1");

        assertThatThrownBy(() -> state(ADMIN, numbered(2), twin))
                .isInstanceOf(ImportRefused.class)
                .hasMessage(
                        "Row 2, orders[1].lines[1].payments[1].invoice: This invoice is stated for another customer of this"
                                + " register, C-1. An invoice belongs to one customer. If it is not that one's, remove it there first; another administrator confirms that.");
        assertThat(customers.find("opsticket", "N-2")).isEmpty();
        assertThatThrownBy(() -> state(ADMIN, twin("T-1", "M-1", "I-2"), twin("T-2", "M-2", "I-2")))
                .isInstanceOf(ImportRefused.class)
                .hasMessage(
                        "Row 2, orders[1].lines[1].payments[1].invoice: Row 1 states this invoice for another customer. An"
                                + " invoice belongs to one customer.");

        importing.importInto("securicom", List.of(twin), ADMIN);
        state(ADMIN, with(List.of(line("600"))), twin("T-1", "M-1", "I-2"));
        state(ADMIN, with(List.of()));
        confirm(acme.id(), ADA);
        state(ADMIN, twin);
        assertThat(customers.find("opsticket", "T-1")).isPresent();
    }

    @Test
    void an_invoice_that_was_taken_from_a_customer_is_its_own_until_that_is_confirmed() {
        Customer acme = imported(with(List.of(line("600"))));
        inCase.add(acme.id());
        state(ADMIN, with(List.of()));

        assertThatThrownBy(() -> state(ADMIN, twin("T-1", "M-1", "I-1")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("stated for another customer of this register, C-1");

        confirm(acme.id(), ADA);
        state(ADMIN, twin("T-1", "M-1", "I-1"));
        assertThat(customers.find("opsticket", "T-1")).isPresent();
    }

    @Test
    void no_case_counts_the_orders_of_a_new_customer_that_looks_like_another_until_another_administrator_confirms() {
        state(ADMIN, acme(), numbered(1));
        state(
                ADMIN,
                alike("T-1", "ａｃｍｅ!", "mallory@example.net"),
                alike("T-2", "Another", "Owner@Acme.example.com"),
                alike("T-3", "A-C-M-E", "dpo@acme.example.com"));

        UnconfirmedChanges waiting = room.getBean(UnconfirmedChanges.class);
        assertThat(waiting.waiting(Scope.ALL, 9))
                .extracting(
                        each -> customers
                                .find(each.change().customer())
                                .orElseThrow()
                                .externalId(),
                        each -> each.change().resembles(),
                        each -> each.change().fields())
                .containsExactly(
                        tuple("T-1", List.of(like("C-1", true, false), like("T-3", true, false)), Set.of("orders/O-1")),
                        tuple("T-2", List.of(like("C-1", false, true)), Set.of("orders/O-1")),
                        tuple("T-3", List.of(like("C-1", true, true), like("T-1", true, false)), Set.of("orders/O-1")));
        long twin = customers.find("opsticket", "T-2").orElseThrow().id();
        assertThat(customers.find(twin).orElseThrow().orders()).hasSize(1);
        assertThat(customers.inCases(twin).orElseThrow().orders()).isEmpty();
        assertThat(recorded.stream()
                        .filter(entry -> entry.subject().equals("customer:" + twin))
                        .map(Entry::content))
                .singleElement()
                .satisfies(content ->
                        assertThat(content).containsEntry("unconfirmed", "true").containsEntry("resembles", "C-1"));
        assertThatThrownBy(() -> confirm(twin, ADMIN)).isInstanceOf(Refused.class);

        confirm(twin, ADA);

        assertThat(customers.inCases(twin).orElseThrow().orders()).hasSize(1);
        assertThat(waiting.of(twin)).isEmpty();
    }

    @Test
    void a_customer_that_looks_like_another_still_waits_after_its_orders_went_and_came_again() {
        state(ADMIN, acme());
        ImportedCustomer stated = alike("T-1", "Acme", "mallory@example.net");
        state(ADMIN, stated);
        long twin = customers.find("opsticket", "T-1").orElseThrow().id();

        state(ADMIN, new ImportedCustomer("T-1", "Mallory", "enterprise", stated.contacts(), List.of(), null));
        state(ADMIN, stated);

        assertThat(customers.inCases(twin).orElseThrow().orders()).isEmpty();
        assertThat(room.getBean(ConfirmingCustomerChange.class).waiting(ADA))
                .extracting(each -> each.change().resembles())
                .containsExactly(List.of(like("C-1", true, false)));
    }

    @Test
    void a_customer_of_another_register_is_looked_like_by_nobody() {
        importing.importInto("securicom", List.of(acme()), ADMIN);
        state(ADMIN, acme());

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
    }

    private static Resemblance like(String id, boolean name, boolean address) {
        return new Resemblance(id, name, address);
    }

    private static ImportedCustomer alike(String id, String name, String email) {
        return new ImportedCustomer(
                id,
                name,
                "enterprise",
                List.of(new ImportedContact("Mallory", email, List.of("owner"))),
                numbered(1).orders(),
                null);
    }

    private void confirm(long customer, Actor by) {
        room.getBean(ConfirmingCustomerChange.class)
                .confirm(customer, customers.find(customer).orElseThrow().revision(), by);
    }

    /** Another customer with an order of its own that was paid with that invoice. */
    private static ImportedCustomer twin(String id, String order, String invoice) {
        return new ImportedCustomer(
                id,
                "Mallory Consulting",
                "enterprise",
                List.of(new ImportedContact("Mallory", "mallory@example.net", List.of("owner"))),
                List.of(new ImportedOrder(
                        order,
                        "Seats",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        new BigDecimal("1200"),
                        "EUR",
                        List.of(new ImportedLine(
                                "L-1",
                                "Seats",
                                "time",
                                List.of(payment(invoice, LocalDate.of(2026, 1, 5), 1, 12, "600", null, null)))))),
                null);
    }

    @Test
    void an_order_without_lines_counts_as_one_that_was_paid_whole() {
        state(ADMIN, acme());

        Order order = customers.page("opsticket", 0, 10).get(0).orders().get(0);

        OrderLine whole = order.linesOrWhole().get(0);
        assertThat(order.lines()).isEmpty();
        assertThat(whole.externalId()).isEqualTo("O-1");
        assertThat(whole.payments())
                .extracting(Payment::net, Payment::begins, Payment::ends, Payment::isPaid)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        new BigDecimal("1200.00"), order.begins(), order.ends(), true));
    }

    @Test
    void what_an_import_no_longer_states_of_a_customer_goes_and_what_stays_keeps_its_id() {
        state(ADMIN, acme());
        Contact kept = customers.page("opsticket", 0, 1).get(0).contacts().get(1);

        state(
                ADMIN,
                new ImportedCustomer(
                        "C-1",
                        "Acme II",
                        "enterprise",
                        List.of(new ImportedContact("Dora", "DPO@acme.example.com", List.of("privacy"))),
                        List.of(),
                        null));

        Customer found = customers.page("opsticket", 0, 1).get(0);
        assertThat(found.name()).isEqualTo("Acme II");
        assertThat(found.orders()).isEmpty();
        assertThat(found.terms()).isEqualTo(Terms.NONE);
        assertThat(found.contacts()).extracting(Contact::id).containsExactly(kept.id());
    }

    @Test
    void whoever_changes_is_met_again_by_a_cursor_and_nobody_else() {
        state(ADMIN, acme(), numbered(1), numbered(2));
        long cursor = customers.newestRevision("opsticket");

        state(
                ADMIN,
                numbered(1),
                new ImportedCustomer(
                        "N-2", "Number 2", "enterprise", numbered(2).contacts(), List.of(), null),
                numbered(3));

        assertThat(customers.page("opsticket", cursor, 10))
                .extracting(Customer::externalId)
                .containsExactlyInAnyOrder("N-2", "N-3");
        long corrected =
                customers.page("opsticket", 0, 10).get(0).contacts().get(0).id();
        cursor = customers.newestRevision("opsticket");
        room.getBean(CorrectingContact.class).correct(corrected, "other@acme.example.com", ADMIN);
        assertThat(customers.page("opsticket", cursor, 10))
                .extracting(Customer::externalId)
                .containsExactly("C-1");
    }

    @Test
    void what_was_ended_stays_ended_whatever_an_import_states_and_its_customer_is_looked_at_again() {
        state(ADMIN, acme(), numbered(1));
        Customer acme = customers.page("opsticket", 0, 10).get(0);
        long cursor = customers.newestRevision("opsticket");
        LocalDate april = LocalDate.of(2026, 4, 30);

        room.getBean(EndedLines.class)
                .add(
                        acme.id(),
                        List.of(
                                new EndedLine("O-1", "O-1", april, "TRM-2026-0001"),
                                new EndedLine("O-1", "", april, "TRM-2026-0001")));

        assertThat(customers.page("opsticket", cursor, 10))
                .extracting(Customer::externalId)
                .containsExactly("C-1");
        state(ADMIN, bought(LocalDate.of(2026, 1, 1), 2027));
        Order kept = customers.find(acme.id()).orElseThrow().orders().get(0);
        assertThat(kept.ends()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(kept.lastDay()).isEqualTo(april);
        assertThatThrownBy(() -> state(ADMIN, numbered(2), bought(LocalDate.of(2026, 5, 1), 2027)))
                .isInstanceOf(ImportRefused.class)
                .hasMessage(
                        "Row 2, orders[1].begins: The order O-1 was ended on 30 April 2026 by TRM-2026-0001; please state what"
                                + " begins after that day under an order number of its own.");
    }

    /** Acme with its order from that day to the end of a year. */
    private static ImportedCustomer bought(LocalDate begins, int until) {
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                acme().contacts(),
                List.of(new ImportedOrder(
                        "O-1", "Seats", begins, LocalDate.of(until, 12, 31), new BigDecimal("1200"), "EUR")),
                null);
    }

    @Test
    void the_same_id_in_another_register_is_another_customer() {
        state(ADMIN, acme());
        importing.importInto("securicom", List.of(acme()), ADMIN);

        assertThat(customers.count("opsticket")).isEqualTo(1);
        assertThat(customers.page("securicom", 0, 10).get(0).id())
                .isNotEqualTo(customers.page("opsticket", 0, 10).get(0).id());
    }

    @Test
    void a_page_costs_three_queries_whatever_its_size_and_pages_meet_every_customer_once() {
        importing.importInto(
                "opsticket",
                IntStream.range(0, 2_345).mapToObj(CustomerTests::numbered).toList(),
                ADMIN);
        List<Long> met = new ArrayList<>();
        long cursor = 0;
        statements.reset();

        List<Customer> page = customers.page("opsticket", 0, 1_000);
        while (!page.isEmpty()) {
            page.forEach(customer -> met.add(customer.id()));
            assertThat(page)
                    .allMatch(customer ->
                            customer.contacts().size() == 1 && customer.orders().size() == 1);
            cursor = page.get(page.size() - 1).revision();
            page = customers.page("opsticket", cursor, 1_000);
        }

        assertThat(met).hasSize(2_345).doesNotHaveDuplicates();
        assertThat(statements.count()).isEqualTo(3 * 3 + 1);
    }

    @Test
    void one_wrong_row_refuses_the_whole_import() {
        state(ADMIN, acme());
        List<Customer> before = customers.page("opsticket", 0, 10);
        ImportedCustomer wrong = new ImportedCustomer("C-2", " ", "enterprise", List.of(), List.of(), null);

        assertThatThrownBy(() -> state(ADMIN, numbered(1), wrong))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Row 2, name: It is missing.");

        assertThat(customers.page("opsticket", 0, 10)).isEqualTo(before);
        assertThat(recorded).hasSize(2);
    }

    @Test
    void a_corrected_contact_has_the_new_address_and_none_of_its_old_links() {
        state(ADMIN, acme());
        Customer acme = customers.page("opsticket", 0, 1).get(0);
        Contact owner = acme.contacts().get(0);
        CorrectingContact correcting = room.getBean(CorrectingContact.class);

        correcting.correct(owner.id(), "new.owner@acme.example.com", ADMIN);

        Contact corrected = customers.find(acme.id()).orElseThrow().contacts().get(0);
        assertThat(corrected.email()).isEqualTo("new.owner@acme.example.com");
        assertThat(corrected.epoch()).isEqualTo(owner.epoch() + 1);
        assertThatThrownBy(() -> correcting.correct(owner.id(), "dpo@ACME.example.com", ADMIN))
                .isInstanceOf(ContactNotCorrected.class)
                .hasMessageContaining("has that address already");
        assertThatThrownBy(() -> correcting.correct(4711, "x@example.com", ADMIN))
                .isInstanceOf(ContactNotCorrected.class)
                .hasMessageContaining("4711");
        assertThat(recorded)
                .extracting(Entry::kind)
                .containsExactly("customers.added", "customers.imported", "customers.changed", "contact.corrected");
    }

    @Test
    void only_administrators_write_customers() {
        for (Role role : Role.values()) {
            Actor somebody = new Actor("somebody", Set.of(role));
            if (role != Role.ADMIN) {
                assertThatThrownBy(() -> state(somebody, acme()))
                        .as("%s", role)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("written by administrators");
            }
        }
        assertThat(customers.count("opsticket")).isZero();
        assertThat(recorded).isEmpty();
    }

    @Test
    void the_ledger_names_every_field_that_was_changed_with_what_stood_and_stands_there() {
        Customer before = imported(with(List.of(line("600"))));

        state(
                ADMIN,
                new ImportedCustomer(
                        "C-1",
                        "Acme II",
                        "enterprise",
                        List.of(
                                new ImportedContact("Olga", "owner@acme.example.com", List.of("billing")),
                                new ImportedContact("Mallory", "mallory@example.net", List.of("owner"))),
                        with(List.of(line("6000"))).orders(),
                        null));

        Customer after = customers.find(before.id()).orElseThrow();
        Entry entry = recorded.stream()
                .filter(each -> each.kind().equals("customers.changed"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo("admin");
        assertThat(entry.subject()).isEqualTo("customer:" + before.id());
        String contacts = "contacts/" + before.contacts().get(0).id();
        assertThat(entry.changes())
                .extracting(Entry.ChangedField::field)
                .containsExactly(
                        contacts + "/roles",
                        "contacts/" + before.contacts().get(1).id(),
                        "contacts/" + after.contacts().get(1).id(),
                        "name",
                        "orders/O-1/lines/L-1/payments/I-1 2026-01-01/net");
        assertThat(entry.changes())
                .contains(
                        new Entry.ChangedField("name", before.name(), "Acme II"),
                        new Entry.ChangedField("orders/O-1/lines/L-1/payments/I-1 2026-01-01/net", "600", "6000"));
        assertThat(entry.changes().get(0).after()).isEqualTo("BILLING");
        assertThat(entry.changes().get(2).before()).isNull();
        assertThat(entry.changes().get(2).after()).contains("mallory@example.net");
        assertThat(entry.content().values().toString()).doesNotContain("@", "6000", "Mallory");
    }

    @Test
    void a_contacts_language_stays_where_an_import_states_none_and_needs_nobody_to_confirm_it() {
        Customer before = imported(with(List.of(line("600"))));
        ImportedContact german = new ImportedContact("Olga", "owner@acme.example.com", List.of("owner"), "de");
        assertThat(before.contacts()).extracting(Contact::language).containsOnly(Language.EN);

        state(ADMIN, stating(german));
        state(ADMIN, stating(new ImportedContact("Olga", "owner@acme.example.com", List.of("owner"))));

        assertThat(customers.find(before.id()).orElseThrow().contacts())
                .extracting(Contact::language)
                .containsExactly(Language.DE);
        assertThat(CustomerFields.isOfContacts("contacts/23/language")).isFalse();
        assertThat(recorded.stream().flatMap(each -> each.changes().stream()))
                .filteredOn(each -> each.field().endsWith("/language"))
                .extracting(Entry.ChangedField::before, Entry.ChangedField::after)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, "de"));
    }

    @Test
    void an_administrator_sets_the_language_that_a_contact_is_written_to_in_and_the_ledger_says_so() {
        Customer customer = imported(with(List.of(line("600"))));
        ChoosingLanguage choosing = room.getBean(ChoosingLanguage.class);
        long contact = customer.contacts().get(0).id();

        choosing.choose(customer.id(), contact, Language.DE, ADMIN);

        Customer after = customers.find(customer.id()).orElseThrow();
        assertThat(after.contacts().get(0).language()).isEqualTo(Language.DE);
        assertThat(after.contacts().get(0).epoch())
                .as("its links go on")
                .isEqualTo(customer.contacts().get(0).epoch());
        assertThat(after.revision()).isGreaterThan(customer.revision());
        assertThat(room.getBean(UnconfirmedChanges.class).of(customer.id())).isEmpty();
        assertThat(recorded.get(recorded.size() - 1).changes())
                .containsExactly(new Entry.ChangedField("contacts/" + contact + "/language", null, "de"));
        assertThatThrownBy(() -> choosing.choose(customer.id(), contact + 1000, Language.DE, ADMIN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        choosing.choose(customer.id(), contact, Language.EN, new Actor("legal", Set.of(Role.LEGAL))))
                .isInstanceOf(Refused.class);
        assertThat(choosing.may(ADMIN, "opsticket")).isTrue();
        assertThat(choosing.may(new Actor("legal", Set.of(Role.LEGAL)), "opsticket"))
                .isFalse();
    }

    @Test
    void a_new_contact_is_written_to_in_the_language_of_the_agreement_where_none_is_stated() {
        Customer english = imported(with(List.of(line("600"))));
        agreed = Language.DE;

        state(
                ADMIN,
                stating(new ImportedContact("Olga", "owner@acme.example.com", List.of("owner"))),
                new ImportedCustomer(
                        "C-9",
                        "Neu",
                        "enterprise",
                        List.of(
                                new ImportedContact("Jörg", "joerg@neu.example.com", List.of("owner")),
                                new ImportedContact("Eve", "eve@neu.example.com", List.of("owner"), "en")),
                        List.of(),
                        null));

        assertThat(customers.find(english.id()).orElseThrow().contacts())
                .extracting(Contact::language)
                .containsExactly(Language.EN);
        assertThat(customers.page("opsticket", 0, 10).stream()
                        .filter(customer -> customer.externalId().equals("C-9"))
                        .flatMap(customer -> customer.contacts().stream()))
                .extracting(Contact::language)
                .containsExactly(Language.DE, Language.EN);
    }

    private static ImportedCustomer stating(ImportedContact contact) {
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                List.of(contact),
                with(List.of(line("600"))).orders(),
                null);
    }

    @Test
    void what_a_customer_ordered_and_paid_stays_when_it_is_erased_and_the_person_goes() {
        CustomerEvidence evidence = room.getBean(CustomerEvidence.class);

        assertThat(List.of(
                        "contract",
                        "plan",
                        "terms/notice",
                        "orders/O-1",
                        "orders/O/1/prepaid",
                        "orders/O-1/begins",
                        "orders/O-1/currency",
                        "orders/O-1/lines/L-1/pricing",
                        "orders/O-1/lines/L-1/payments/I-1 2026-01-01",
                        "orders/O-1/lines/L-1/payments/I-1 2026-01-01/net",
                        "orders/O-1/lines/L-1/payments/I-1 2026-01-01/paidOn"))
                .allMatch(evidence::stays);
        assertThat(List.of(
                        "customer",
                        "name",
                        "contacts/23",
                        "contacts/23/email",
                        "contacts/23/roles",
                        "terms/clause",
                        "orders/O-1/lines/L-1",
                        "orders/O-1/lines/ends",
                        "orders/O-1/lines/L-1/description",
                        "orders/O-1/lines/L-1/payments/I-1 2026-01-01/means",
                        "email"))
                .noneMatch(evidence::stays);
    }

    @Test
    void nothing_of_a_customer_is_erased_while_its_case_is_open_or_a_change_waits() {
        Customer acme = imported(with(List.of(line("600"))));
        CustomerEvidence evidence = room.getBean(CustomerEvidence.class);
        assertThat(evidence.whyNotYet(acme.id())).isEmpty();

        inCase.add(acme.id());
        assertThat(evidence.whyNotYet(acme.id()))
                .hasValueSatisfying(
                        why -> assertThat(why.english()).contains("open objection", "when the objection is closed"));

        state(ADMIN, tampered());
        inCase.clear();
        assertThat(evidence.whyNotYet(acme.id()))
                .hasValueSatisfying(why ->
                        assertThat(why.english()).contains("waits for a second administrator", "when it is confirmed"));

        room.getBean(ConfirmingCustomerChange.class)
                .confirm(acme.id(), customers.find(acme.id()).orElseThrow().revision(), ADA);
        assertThat(evidence.whyNotYet(acme.id())).isEmpty();
    }

    @Test
    void without_an_open_case_a_change_counts_at_once() {
        Customer before = imported(with(List.of(line("600"))));

        state(ADMIN, with(List.of(line("6000"))));

        assertThat(customers.inCases(before.id())).isEqualTo(customers.find(before.id()));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
    }

    @Test
    void whoever_may_confirm_a_change_finds_it_and_nobody_else_does() {
        Customer before = imported(with(List.of(line("600"))));
        inCase.add(before.id());
        state(ADMIN, tampered());
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);

        assertThat(confirming.waiting(ADA)).singleElement().satisfies(waiting -> {
            assertThat(waiting.name()).isEqualTo(before.name());
            assertThat(waiting.register()).isEqualTo("opsticket");
            assertThat(waiting.change().customer()).isEqualTo(before.id());
            assertThat(waiting.change().changedBy()).containsExactly("admin");
        });
        assertThat(confirming.waiting(ADMIN)).as("who changed it").isEmpty();
        assertThat(confirming.waiting(new Actor("ada", Map.of(Role.ADMIN, Scope.of("opsticket")))))
                .hasSize(1);
        assertThat(confirming.waiting(new Actor("ada", Map.of(Role.ADMIN, Scope.of("securicom")))))
                .as("of another register")
                .isEmpty();
        for (Role role : List.of(Role.LEGAL, Role.FINANCE, Role.AUDITOR)) {
            assertThat(confirming.waiting(new Actor("ada", Set.of(role))))
                    .as(role.name())
                    .isEmpty();
        }
        confirming.confirm(
                before.id(), customers.find(before.id()).orElseThrow().revision(), ADA);
        assertThat(confirming.waiting(ADA)).isEmpty();
    }

    @Test
    void an_open_case_rests_on_what_stood_before_until_another_administrator_confirms() {
        Customer before = imported(with(List.of(line("600"))));
        inCase.add(before.id());

        state(ADMIN, tampered());

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(now.contacts()).extracting(Contact::email).contains("mallory@example.net");
        assertThat(customers.inCases(before.id())).contains(before);
        assertThat(customers.writtenToInCases(before.id()).orElseThrow().contacts())
                .extracting(Contact::email)
                .containsExactly("owner@acme.example.com", "dpo@acme.example.com");
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        assertThat(confirming.differences(before.id()))
                .contains(new CustomerFields.Difference(
                        "orders/O-1/lines/L-1/payments/I-1 2026-01-01/net", "600", "6000"));

        assertThatThrownBy(() -> confirming.confirm(before.id(), now.revision(), ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You changed this customer; another administrator must confirm");
        assertThatThrownBy(() -> confirming.confirm(before.id(), before.revision(), ADA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("changed again since you looked");
        for (Role role : List.of(Role.LEGAL, Role.FINANCE, Role.AUDITOR)) {
            assertThatThrownBy(() -> confirming.confirm(before.id(), now.revision(), new Actor("x", Set.of(role))))
                    .isInstanceOf(Refused.class);
        }
        assertThat(countedFor).isEmpty();
        confirming.confirm(before.id(), now.revision(), ADA);

        assertThat(customers.inCases(before.id())).contains(now);
        assertThat(countedFor).containsExactly(before.id());
        assertThat(recorded)
                .extracting(Entry::kind)
                .containsExactly(
                        "customers.added",
                        "customers.imported",
                        "customers.changed",
                        "customers.imported",
                        "customers.confirmed");
        assertThatThrownBy(() -> confirming.confirm(before.id(), now.revision(), ADA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nothing of this customer waits");
    }

    @Test
    void a_contact_that_is_left_out_and_stated_again_is_the_same_one() {
        Customer before = imported(acme());
        room.getBean(CorrectingContact.class)
                .correct(
                        before.contacts().get(1).id(),
                        "privacy@acme.example.com",
                        new Actor("lea", Set.of(Role.LEGAL)));
        Customer corrected = customers.find(before.id()).orElseThrow();
        room.getBean(ConfirmingCustomerChange.class).confirm(before.id(), corrected.revision(), ADA);
        inCase.add(before.id());

        state(ADMIN, reachedAt("dpo@acme.example.com"));
        assertThat(room.getBean(UnconfirmedChanges.class).of(before.id())).isPresent();
        state(ADMIN, reachedAt("privacy@acme.example.com"));

        Customer after = customers.find(before.id()).orElseThrow();
        assertThat(after.contacts())
                .extracting(Contact::id, Contact::epoch)
                .containsExactlyElementsOf(corrected.contacts().stream()
                        .map(contact -> tuple(contact.id(), contact.epoch()))
                        .toList());
        assertThat(room.getBean(UnconfirmedChanges.class).of(before.id()))
                .as("all is as it was, which nobody has to confirm")
                .isEmpty();

        state(ADMIN, reachedAt("dpo@acme.example.com"));
        assertThat(customers.find(before.id()).orElseThrow().contacts().get(1).id())
                .as("the address before the correction, whose links stay revoked")
                .isNotIn(before.contacts().stream().map(Contact::id).toList());
    }

    @Test
    void contacts_and_orders_changed_while_a_notice_runs_wait() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());

        state(ADMIN, with(List.of(line("700"))));

        assertThat(customers.inCases(before.id())).contains(before);

        state(ADMIN, tampered());

        assertThat(customers.inCases(before.id())).contains(before);
        assertThat(room.getBean(ConfirmingCustomerChange.class).waiting(ADA)).hasSize(1);
    }

    @Test
    void contacts_changed_while_nothing_runs_wait_and_orders_count_at_once_until_a_case_is_opened() {
        Customer before = imported(with(List.of(line("600"))));

        state(ADMIN, tampered());

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(now.contacts()).extracting(Contact::email).containsExactly("mallory@example.net");
        assertThat(customers.inCases(before.id()).orElseThrow().contacts()).isEqualTo(before.contacts());
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(now.orders());
        assertThat(recorded.stream()
                        .filter(entry -> entry.kind().equals("customers.changed"))
                        .map(entry -> entry.content().get("unconfirmed")))
                .containsExactly("true");

        inCase.add(before.id());
        state(
                ADMIN,
                new ImportedCustomer(
                        "C-1",
                        "Acme",
                        "enterprise",
                        tampered().contacts(),
                        with(List.of(line("60000"))).orders(),
                        null));
        assertThat(customers.inCases(before.id()).orElseThrow().orders())
                .as("those of before the payment that was changed while the case was open")
                .isEqualTo(now.orders());
        assertThat(customers.inCases(before.id()).orElseThrow().contacts()).isEqualTo(before.contacts());
    }

    @Test
    void a_contact_that_one_person_added_and_another_removed_is_kept_until_somebody_else_confirms() {
        Customer before = imported(acme());
        state(ADMIN, reachedAt("bea@acme.example.com"));
        Contact bea = customers.find(before.id()).orElseThrow().contacts().stream()
                .filter(contact -> contact.email().equals("bea@acme.example.com"))
                .findFirst()
                .orElseThrow();

        state(ADA, acme());

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(now.contacts()).isEqualTo(before.contacts());
        UnconfirmedChange change =
                room.getBean(UnconfirmedChanges.class).of(before.id()).orElseThrow();
        assertThat(change.changedBy()).containsExactly("ada");
        assertThat(change.removedContacts(now)).containsExactly(bea);
        assertThat(change.andEarlierContacts(now).contacts()).contains(bea);
        assertThat(change.before(now, List.of()).contacts())
                .as("it decides nothing")
                .isEqualTo(before.contacts());
        assertThat(room.getBean(ConfirmingCustomerChange.class).differences(before.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactly("contacts/" + bea.id());
    }

    @Test
    void whoever_was_a_contact_is_told_once_of_each_change_of_contacts_and_of_nothing_else() {
        Customer before = imported(with(List.of(line("600"))));
        state(ADMIN, with(List.of(line("700"))));
        assertThat(mailed).as("neither of a new customer nor of a payment").isEmpty();

        state(
                ADMIN,
                new ImportedCustomer(
                        "C-1",
                        "Acme",
                        "enterprise",
                        tampered().contacts(),
                        with(List.of(line("700"))).orders(),
                        null));
        assertThat(mailed)
                .extracting(told -> addresses(told.contacts()), EarlierContacts.Told::standing)
                .containsExactly(tuple(
                        List.of("owner@acme.example.com", "dpo@acme.example.com"), EarlierContacts.Standing.WAITS));

        state(ADMIN, with(List.of(line("700"))));
        assertThat(mailed).hasSize(2);
        assertThat(addresses(mailed.get(1).contacts()))
                .containsExactly("mallory@example.net", "owner@acme.example.com", "dpo@acme.example.com");
        assertThat(mailed.get(1).standing()).isEqualTo(EarlierContacts.Standing.AS_BEFORE);
        assertThat(customers.find(before.id()).orElseThrow().contacts()).isEqualTo(before.contacts());
    }

    private static List<String> addresses(List<Contact> contacts) {
        return contacts.stream().map(Contact::email).toList();
    }

    @Test
    void the_only_administrator_of_a_single_handed_publisher_changes_contacts_alone_where_nothing_runs() {
        staff = staff(true, "admin");
        Customer before = imported(acme());

        state(ADMIN, reachedAt("bea@acme.example.com"));

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(customers.inCases(before.id())).contains(now);
        assertThat(mailed.get(0).standing()).isEqualTo(EarlierContacts.Standing.COUNTS);
        assertThat(recorded.stream()
                        .filter(entry -> entry.kind().equals("customers.changed"))
                        .map(entry -> List.of(
                                entry.content().get("unconfirmed"),
                                entry.content().get("singleHanded"))))
                .containsExactly(List.of("false", "true"));

        inNotice.add(before.id());
        state(ADMIN, acme());

        assertThat(customers.inCases(before.id()).orElseThrow().contacts())
                .as("while a notice runs it waits all the same")
                .isEqualTo(now.contacts());
    }

    @Test
    void an_import_that_changes_the_contacts_of_many_asks_no_query_for_each() {
        importing.importInto(
                "opsticket",
                IntStream.range(0, 1).mapToObj(CustomerTests::numbered).toList(),
                ADMIN);
        importing.importInto(
                "securicom",
                IntStream.range(0, 500).mapToObj(CustomerTests::numbered).toList(),
                ADMIN);
        int ofOne = statementsOf(() -> state(ADMIN, renumbered(0)));
        int ofMany = statementsOf(() -> importing.importInto(
                "securicom",
                IntStream.range(0, 500).mapToObj(CustomerTests::renumbered).toList(),
                ADMIN));

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 999))
                .hasSize(501);
        assertThat(ofMany).isEqualTo(ofOne);
    }

    private int statementsOf(Runnable what) {
        int before = statements.count();
        what.run();
        return statements.count() - before;
    }

    private static ImportedCustomer renumbered(int number) {
        ImportedCustomer same = numbered(number);
        return new ImportedCustomer(
                same.id(),
                same.name(),
                same.plan(),
                List.of(new ImportedContact("New", "new" + number + "@acme.example.com", List.of("owner"))),
                same.orders(),
                same.terms());
    }

    @Test
    void another_administrator_confirms_all_that_one_import_changed_in_one_step() {
        importing.importInto(
                "opsticket",
                IntStream.range(0, 40).mapToObj(CustomerTests::numbered).toList(),
                ADMIN);
        importing.importInto(
                "opsticket",
                IntStream.range(0, 40).mapToObj(CustomerTests::renumbered).toList(),
                ADMIN);
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        assertThat(confirming.together(ADMIN)).isEmpty();
        UnconfirmedChanges.Together all = confirming.together(ADA).get(0);
        assertThat(all.customers()).isEqualTo(40);
        assertThat(all.changedBy()).containsExactly("admin");

        assertThatThrownBy(() -> confirming.confirmTogether(all, ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You changed this customer");
        int statementsOfForty = statementsOf(() -> confirming.confirmTogether(all, ADA));

        assertThat(statementsOfForty).isLessThan(12);
        assertThat(countedFor).hasSize(40).doesNotHaveDuplicates();
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 99))
                .isEmpty();
        assertThat(recorded.stream().filter(entry -> entry.kind().equals("customers.confirmed")))
                .hasSize(40)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("ada"));
        assertThatThrownBy(() -> confirming.confirmTogether(all, ADA)).isInstanceOf(Refused.class);
    }

    @Test
    void what_was_changed_again_since_the_list_was_read_is_not_confirmed_with_it() {
        importing.importInto(
                "opsticket",
                IntStream.range(0, 3).mapToObj(CustomerTests::numbered).toList(),
                ADMIN);
        importing.importInto(
                "opsticket",
                IntStream.range(0, 3).mapToObj(CustomerTests::renumbered).toList(),
                ADMIN);
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        UnconfirmedChanges.Together seen = confirming.together(ADA).get(0);
        ImportedCustomer other = renumbered(1);
        state(
                ADMIN,
                new ImportedCustomer(
                        other.id(),
                        other.name(),
                        other.plan(),
                        List.of(new ImportedContact("Mallory", "mallory@example.net", List.of("owner"))),
                        other.orders(),
                        other.terms()));

        assertThatThrownBy(() -> confirming.confirmTogether(seen, ADA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("changed again since you looked");
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 99))
                .hasSize(3);
    }

    @Test
    void what_notices_depend_on_counts_by_the_better_of_both_until_another_administrator_confirms() {
        Customer before = imported(acme());

        state(ADMIN, lessened());

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(now.plan()).isEqualTo("free");
        assertThat(now.plans()).containsExactlyInAnyOrder("enterprise", "free");
        assertThat(now.allTerms())
                .extracting(Terms::notice, Terms::objection)
                .containsExactly(tuple(Period.days(10), null), tuple(Period.days(45), null));
        assertThat(now.expeditedAllowed()).as("the terms before said no").isFalse();
        assertThat(now.wasShown("OPSTICKET-2026-0001")).isFalse();
        assertThat(now.lastDay()).hasValue(LocalDate.of(2026, 12, 31));
        assertThat(now.isActiveOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(now.isActiveOn(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(customers.inCases(before.id()).orElseThrow())
                .as("the orders before count for a case, whenever it is opened")
                .satisfies(inCase -> {
                    assertThat(inCase.orders()).isEqualTo(before.orders());
                    assertThat(inCase.contacts()).isEqualTo(now.contacts());
                });
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        assertThat(confirming.differences(before.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactly("orders/O-1/ends", "plan", "shownChanges", "terms/expedited", "terms/notice");
        assertThat(confirming.waiting(ADMIN)).isEmpty();
        assertThat(confirming.waiting(ADA)).hasSize(1);

        confirming.confirm(before.id(), now.revision(), ADA);

        Customer confirmed = customers.find(before.id()).orElseThrow();
        assertThat(confirmed.plans()).containsExactly("free");
        assertThat(confirmed.allTerms()).extracting(Terms::notice).containsExactly(Period.days(10));
        assertThat(confirmed.expeditedAllowed()).isTrue();
        assertThat(confirmed.wasShown("OPSTICKET-2026-0001")).isTrue();
        assertThat(confirmed.lastDay()).hasValue(LocalDate.of(2026, 3, 3));
    }

    @Test
    void what_notices_depend_on_waits_for_nobody_once_it_is_no_less_and_nothing_waits_once_all_is_as_it_was() {
        Customer before = imported(acme());
        state(ADMIN, lessened());
        inCase.add(before.id());
        state(ADMIN, reachedAt("other@acme.example.com"));

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(now.earlier()).isNull();
        assertThat(customers.inCases(before.id()).orElseThrow().contacts()).isEqualTo(before.contacts());

        state(ADMIN, acme());

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9))
                .as("contacts and orders are those before the first change")
                .isEmpty();
    }

    @Test
    void an_order_that_waits_counts_for_no_case_whenever_that_is_opened() {
        Customer before = imported(onPlan("free", "600"));
        ImportedCustomer same = onPlan("enterprise", "600");
        ImportedOrder large = new ImportedOrder(
                "O-2", "Suite", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31), new BigDecimal("240000"), "EUR");
        state(
                ADMIN,
                new ImportedCustomer(
                        "C-1",
                        "Acme",
                        "enterprise",
                        List.of(new ImportedContact("Mallory", "mallory@example.net", List.of("owner"))),
                        List.of(same.orders().get(0), large),
                        null));
        inCase.add(before.id());

        Customer now = customers.find(before.id()).orElseThrow();
        Customer inItsCase = customers.inCases(before.id()).orElseThrow();
        assertThat(inItsCase.orders()).extracting(Order::externalId).containsExactly("O-1");
        assertThat(inItsCase.revision()).isEqualTo(before.revision());
        assertThat(inItsCase.contacts())
                .as("contacts wait as well, whatever ran when they were changed")
                .isEqualTo(before.contacts());
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        assertThat(confirming.differences(before.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactlyInAnyOrder(
                        "contacts/" + now.contacts().get(0).id(),
                        "contacts/" + before.contacts().get(0).id(),
                        "contacts/" + before.contacts().get(1).id(),
                        "orders/O-2",
                        "plan");

        confirming.confirm(before.id(), now.revision(), ADA);

        assertThat(customers.inCases(before.id()))
                .contains(customers.find(before.id()).orElseThrow());
    }

    @Test
    void an_order_that_was_removed_counts_on_until_another_administrator_confirms() {
        ImportedOrder goesOn = ordered("O-2", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));
        ImportedOrder removed = ordered("O-1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        Customer before = imported(buying(removed, goesOn));

        state(ADMIN, buying(goesOn));
        inCase.add(before.id());

        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
        assertThat(ordersInCases(before)).containsExactly("O-1 2026-12-31", "O-2 2027-12-31");
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        assertThat(confirming.differences(before.id()))
                .containsExactly(new CustomerFields.Difference("orders/O-1", "Suite, 600 EUR", null));
        assertThat(confirming.waiting(ADMIN)).isEmpty();
        assertThat(confirming.waiting(ADA)).hasSize(1);

        confirm(before.id(), ADA);

        assertThat(customers.inCases(before.id()).orElseThrow().orders())
                .extracting(Order::externalId)
                .containsExactly("O-2");
        assertThat(ordersInCases(before)).containsExactly("O-2 2027-12-31");
    }

    @Test
    void an_order_that_waits_counts_for_cases_until_the_later_of_its_days_and_one_that_was_added_as_well() {
        ImportedOrder shortened = ordered("O-1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
        ImportedOrder prolonged = ordered("O-2", LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31));
        ImportedOrder added = ordered("O-3", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 6, 30));
        Customer before = imported(buying(
                ordered("O-1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                ordered("O-2", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))));
        inNotice.add(before.id());

        state(ADMIN, buying(shortened, prolonged, added));

        assertThat(ordersInCases(before)).containsExactly("O-1 2026-12-31", "O-2 2028-12-31", "O-3 2027-06-30");
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
    }

    private List<String> ordersInCases(Customer customer) {
        return customers.withOrdersInCases(customer.id()).orElseThrow().orders().stream()
                .map(order -> order.externalId() + " " + order.lastDay())
                .toList();
    }

    @Test
    void no_orders_at_all_wait_whether_a_notice_runs_or_not_and_are_changed_back_by_anybody() {
        ImportedOrder only = ordered("O-1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        for (boolean running : new boolean[] {false, true}) {
            Customer before = imported(buying(only));
            if (running) {
                inNotice.add(before.id());
            }

            state(ADMIN, buying());

            assertThat(customers.find(before.id()).orElseThrow().orders()).isEmpty();
            assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
            assertThat(room.getBean(ConfirmingCustomerChange.class).isOrdersWaiting(before.id()))
                    .isTrue();

            state(ADMIN, buying(only));

            assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9))
                    .isEmpty();
        }
    }

    @Test
    void an_order_that_begins_later_than_before_waits_and_one_that_begins_earlier_does_not() {
        LocalDate ends = LocalDate.of(2026, 12, 31);
        Customer before = imported(buying(ordered("O-1", LocalDate.of(2026, 3, 1), ends)));
        state(ADMIN, buying(ordered("O-1", LocalDate.of(2026, 2, 1), ends)));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();

        state(ADMIN, buying(ordered("O-1", LocalDate.of(2026, 12, 1), ends)));

        assertThat(customers.inCases(before.id()).orElseThrow().orders())
                .extracting(Order::begins)
                .containsExactly(LocalDate.of(2026, 2, 1));
        assertThat(room.getBean(ConfirmingCustomerChange.class).differences(before.id()))
                .containsExactly(new CustomerFields.Difference("orders/O-1/begins", "2026-02-01", "2026-12-01"));
    }

    @Test
    void an_order_that_is_shortened_or_moved_to_another_number_waits_although_another_goes_on_longer() {
        ImportedOrder longest = ordered("O-2", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));
        LocalDate begins = LocalDate.of(2026, 1, 1);
        LocalDate ends = LocalDate.of(2026, 12, 31);
        Customer before = imported(buying(ordered("O-1", begins, ends), longest));

        state(ADMIN, buying(ordered("O-1", begins, LocalDate.of(2026, 3, 9)), longest));

        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());

        state(ADMIN, buying(ordered("O-3", begins, ends), longest));

        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
    }

    /** Nothing of it could be terminated any more. It is over everywhere once its last day was two days ago. */
    @Test
    void an_order_that_is_over_is_removed_by_one_person() {
        ImportedOrder goesOn = ordered("O-2", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));
        imported(buying(ordered("O-1", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 2, 28)), goesOn));
        state(ADMIN, buying(goesOn));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();

        state(ADMIN, buying(ordered("O-4", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 3, 1)), goesOn));
        state(ADMIN, buying(goesOn));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).hasSize(1);
    }

    private static ImportedCustomer buying(ImportedOrder... orders) {
        return new ImportedCustomer("C-1", "Acme", "enterprise", acme().contacts(), List.of(orders), null);
    }

    private static ImportedOrder ordered(String id, LocalDate begins, LocalDate ends) {
        return new ImportedOrder(id, "Suite", begins, ends, new BigDecimal("600"), "EUR");
    }

    /** Refunded in part, more billed, another means of payment, and another rate of tax. */
    @Test
    void what_is_paid_waits_from_the_announcement_on() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());

        state(ADMIN, with(List.of(rewritten())));

        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(now.orders().get(0).lines().get(0).payments().get(0).net()).isEqualByComparingTo("6000");
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        String payment = "orders/O-1/lines/L-1/payments/I-1 2026-01-01/";
        assertThat(confirming.differences(before.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactly(payment + "means", payment + "net", payment + "refunded", payment + "taxRate");
        assertThat(recorded.get(recorded.size() - 2).content()).containsEntry("unconfirmed", "true");
        inCase.add(before.id());
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
        assertThat(confirming.isOrdersWaiting(before.id())).isTrue();

        confirm(before.id(), ADA);

        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(now.orders());
    }

    @Test
    void what_is_paid_counts_at_once_before_any_announcement_and_is_changed_back_by_anybody() {
        Customer before = imported(with(List.of(line("600"))));
        state(ADMIN, with(List.of(line("700"))));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();

        inNotice.add(before.id());
        state(ADMIN, with(List.of(line("800"))));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).hasSize(1);
        state(ADMIN, with(List.of(line("700"))));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
    }

    /** One administrator alone could else take from a refund, long before the customer asks for it. */
    @ParameterizedTest
    @ValueSource(strings = {"less", "unpaid", "shorter", "untaxed", "refunded", "whole", "currency"})
    void what_lowers_a_refund_waits_although_nothing_runs(String how) {
        Customer before = imported(with(List.of(line("600"))));

        state(ADMIN, lowered(how));

        inCase.add(before.id());
        assertThat(customers.inCases(before.id()).orElseThrow().orders())
                .as("what a case counts that is opened afterwards")
                .isEqualTo(before.orders());
        confirm(before.id(), ADA);
        assertThat(customers.inCases(before.id()).orElseThrow().orders())
                .isEqualTo(customers.find(before.id()).orElseThrow().orders())
                .isNotEqualTo(before.orders());
    }

    @Test
    void what_lowers_a_refund_is_changed_back_by_anybody() {
        imported(with(List.of(line("600"))));
        state(ADMIN, lowered("less"));
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).hasSize(1);

        state(ADA, with(List.of(line("600"))));

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
    }

    @Test
    void units_that_are_used_up_count_at_once_while_nothing_runs() {
        Customer before = imported(with(List.of(credits(100, 10))));

        state(ADMIN, with(List.of(credits(100, 60))));

        assertThat(customers.find(before.id()).orElseThrow().orders()).isNotEqualTo(before.orders());
        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
    }

    @Test
    void fewer_units_than_were_bought_wait_although_nothing_runs() {
        Customer before = imported(with(List.of(credits(100, 10))));

        state(ADMIN, with(List.of(credits(60, 10))));

        inCase.add(before.id());
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
    }

    private static ImportedLine credits(long bought, long used) {
        return new ImportedLine(
                "L-1",
                "Credits",
                "unit",
                List.of(payment("I-1", LocalDate.of(2026, 1, 5), 1, 12, "600", bought, used)));
    }

    private static ImportedCustomer lowered(String how) {
        LocalDate paid = LocalDate.of(2026, 1, 5);
        ImportedLine.ImportedPayment stated = switch (how) {
            case "less" -> payment("I-1", paid, 1, 12, "599.99", null, null);
            case "unpaid" -> payment("I-1", null, 1, 12, "600", null, null);
            case "shorter" -> payment("I-1", paid, 1, 11, "600", null, null);
            default -> payment("I-1", paid, 1, 12, "600", null, null);
        };
        boolean refunded = how.equals("refunded");
        ImportedLine.ImportedPayment payment = new ImportedLine.ImportedPayment(
                stated.invoice(),
                stated.paidOn(),
                stated.begins(),
                stated.ends(),
                stated.net(),
                stated.discount(),
                stated.credited(),
                refunded ? new BigDecimal("1") : stated.refunded(),
                how.equals("untaxed") ? BigDecimal.ZERO : stated.taxRate(),
                stated.means(),
                null,
                null);
        ImportedCustomer customer = with(
                how.equals("whole") ? List.of() : List.of(new ImportedLine("L-1", "Seats", "time", List.of(payment))));
        ImportedOrder order = customer.orders().get(0);
        ImportedOrder other = new ImportedOrder(
                order.id(),
                order.product(),
                order.begins(),
                order.ends(),
                order.prepaid(),
                how.equals("currency") ? "USD" : order.currency(),
                order.lines());
        return new ImportedCustomer("C-1", "Acme", "enterprise", acme().contacts(), List.of(other), null);
    }

    private static ImportedLine rewritten() {
        ImportedLine.ImportedPayment stated = payment("I-1", LocalDate.of(2026, 1, 5), 1, 12, "6000", null, null);
        return new ImportedLine(
                "L-1",
                "Seats",
                "time",
                List.of(new ImportedLine.ImportedPayment(
                        stated.invoice(),
                        stated.paidOn(),
                        stated.begins(),
                        stated.ends(),
                        stated.net(),
                        stated.discount(),
                        stated.credited(),
                        new BigDecimal("599"),
                        new BigDecimal("99"),
                        "IBAN MALLORY 123",
                        null,
                        null)));
    }

    @Test
    void what_a_person_whose_change_waits_changes_of_payments_besides_waits_as_well() {
        Customer before = imported(onPlan("free", "600"));
        state(ADMIN, onPlan("enterprise", "600"));
        state(ADMIN, onPlan("enterprise", "6000"));

        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
        assertThat(room.getBean(ConfirmingCustomerChange.class).differences(before.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactly("orders/O-1/lines/L-1/payments/I-1 2026-01-01/net", "plan");
    }

    @Test
    void what_somebody_else_changes_besides_makes_nobody_one_of_those_who_changed_what_waits() {
        Customer before = imported(onPlan("enterprise", "600"));
        state(ADMIN, onPlan("free", "600"));
        state(ADA, onPlan("free", "700"));

        UnconfirmedChange change =
                room.getBean(UnconfirmedChanges.class).of(before.id()).orElseThrow();
        assertThat(change.changedBy()).containsExactly("admin");
        assertThat(change.fields()).containsExactly("plan");
        assertThat(customers.inCases(before.id()).orElseThrow().orders())
                .as("payments that another administrator changed count at once, and do not stand among what waits")
                .isEqualTo(customers.find(before.id()).orElseThrow().orders());
        assertThat(room.getBean(ConfirmingCustomerChange.class).differences(before.id()))
                .extracting(CustomerFields.Difference::field)
                .containsExactly("plan");
        room.getBean(ConfirmingCustomerChange.class)
                .confirm(before.id(), customers.find(before.id()).orElseThrow().revision(), ADA);
        assertThat(customers.find(before.id()).orElseThrow().plans()).containsExactly("free");
    }

    private static ImportedCustomer onPlan(String plan, String net) {
        ImportedCustomer same = with(List.of(line(net)));
        return new ImportedCustomer("C-1", "Acme", plan, same.contacts(), same.orders(), null);
    }

    /** Acme, off the plan that is told, by worse terms, shown a change, and gone tomorrow. */
    private static ImportedCustomer lessened() {
        ImportedOrder order = acme().orders().get(0);
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "free",
                acme().contacts(),
                List.of(new ImportedOrder(
                        order.id(),
                        order.product(),
                        order.begins(),
                        LocalDate.of(2026, 3, 3),
                        order.prepaid(),
                        order.currency())),
                new ImportedTerms("10 days", null, true, "Amendment 2"),
                List.of("OPSTICKET-2026-0001"));
    }

    @Test
    void two_administrators_who_both_changed_it_confirm_nothing_and_the_page_says_so() {
        Customer before = imported(with(List.of(line("600"))));
        inCase.add(before.id());
        state(ADMIN, with(List.of(line("6000"))));
        state(ADA, ofProduct("Enterprise", with(List.of(line("6000")))));

        UnconfirmedChange change =
                room.getBean(UnconfirmedChanges.class).of(before.id()).orElseThrow();

        assertThat(change.changedBy()).containsExactly("ada", "admin");
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
        assertThat(room.getBean(ConfirmingCustomerChange.class)
                        .vacancy(change, "opsticket")
                        .map(Phrase::english))
                .hasValue(
                        "It waits for another person of the administrators: only Ms ada (ada) and Ms admin (admin) are active, who changed"
                                + " this customer.");
    }

    @Test
    void of_two_administrators_who_changed_different_parts_each_confirms_what_the_other_changed() {
        Customer before = imported(with(List.of(line("600"))));
        inCase.add(before.id());
        ImportedCustomer contacts = reachedAt("bea@acme.example.com", with(List.of(line("600"))));
        state(ADMIN, contacts);
        state(ADA, reachedAt("bea@acme.example.com", with(List.of(line("700")))));
        UnconfirmedChanges waiting = room.getBean(UnconfirmedChanges.class);
        ConfirmingCustomerChange confirming = room.getBean(ConfirmingCustomerChange.class);
        UnconfirmedChange both = waiting.of(before.id()).orElseThrow();
        assertThat(confirming.vacancy(both, "opsticket")).isEmpty();

        confirm(before.id(), ADA);

        UnconfirmedChange orders = waiting.of(before.id()).orElseThrow();
        assertThat(orders.isOfContacts()).isFalse();
        assertThat(orders.changedBy()).containsExactly("ada");
        assertThat(orders.fields()).isNotEmpty().allMatch(CustomerFields::isOfOrders);
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
        assertThat(addresses(customers.inCases(before.id()).orElseThrow().contacts()))
                .contains("bea@acme.example.com");
        assertThatThrownBy(() -> confirm(before.id(), ADA)).hasMessageStartingWith("You changed this customer;");

        confirm(before.id(), ADMIN);

        assertThat(waiting.of(before.id())).isEmpty();
        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(now.orders());
    }

    @Test
    void whoever_puts_back_what_they_changed_confirms_what_the_other_wrote() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());
        state(ADMIN, with(List.of(line("6000"))));
        state(ADA, ofProduct("Enterprise", with(List.of(line("6000")))));
        assertThatThrownBy(() -> confirm(before.id(), ADA)).hasMessageStartingWith("You changed this customer;");
        assertThatThrownBy(() -> confirm(before.id(), ADMIN)).hasMessageStartingWith("You changed this customer;");

        state(ADA, with(List.of(line("6000"))));

        UnconfirmedChange change = waiting(before);
        assertThat(change.changedBy()).containsExactly("admin");
        assertThat(change.fields()).containsExactly("orders/O-1/lines/L-1/payments/I-1 2026-01-01/net");
        assertThatThrownBy(() -> confirm(before.id(), ADMIN)).hasMessageStartingWith("You changed this customer;");
        confirm(before.id(), ADA);
        assertThat(customers.inCases(before.id())).isEqualTo(customers.find(before.id()));
    }

    @Test
    void whoever_writes_a_value_and_puts_back_the_others_is_not_who_wrote_it() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());
        state(ADMIN, with(List.of(line("6000"))));
        state(ADA, with(List.of(line("7000"))));
        assertThat(waiting(before).changedBy()).as("the one value is hers").containsExactly("ada");

        state(ADA, with(List.of(line("6000"))));

        assertThat(waiting(before).changedBy()).containsExactly("admin");
    }

    @Test
    void what_was_stated_anew_as_a_whole_is_of_whoever_stated_it() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());
        state(ADMIN, with(List.of()));
        assertThat(waiting(before).changedBy()).containsExactly("admin");

        state(ADA, with(List.of(line("9999"))));

        assertThat(waiting(before).changedBy()).as("the line, with its payment").containsExactly("ada");
        state(ADMIN, with(List.of(line("8888"))));
        assertThat(waiting(before).changedBy()).containsExactly("admin");
    }

    /** Else whoever wrote a value confirms it once the other has put the invoice's number right, and left the value as it was. */
    @Test
    void what_one_wrote_stays_theirs_under_the_name_that_another_gives_it() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());
        state(ADMIN, with(List.of(line("300"))));
        state(ADA, with(List.of(invoiced("I-2", "300"))));

        assertThat(waiting(before).changedBy()).containsExactly("ada", "admin");
        assertThatThrownBy(() -> confirm(before.id(), ADMIN)).hasMessageStartingWith("You changed this customer;");
        assertThatThrownBy(() -> confirm(before.id(), ADA)).hasMessageStartingWith("You changed this customer;");
    }

    @Test
    void a_contacts_roles_stay_those_of_whoever_gave_them_when_another_puts_its_address_right() {
        Customer before = imported(acme());
        state(ADMIN, and("bea@acme.example.com", acme()));
        state(ADA, and("bea@acme.example.org", acme()));

        assertThat(waiting(before).changedBy()).containsExactly("ada", "admin");
        assertThatThrownBy(() -> confirm(before.id(), ADMIN)).hasMessageStartingWith("You changed this customer;");
    }

    @Test
    void what_another_wrote_into_a_part_that_one_added_is_of_both() {
        Customer before = imported(with(List.of()));
        inNotice.add(before.id());
        state(ADMIN, with(List.of(line("600"))));
        state(ADA, with(List.of(line("6000"))));
        assertThat(waiting(before).changedBy()).containsExactly("ada", "admin");

        state(ADA, with(List.of(line("600"))));

        assertThat(waiting(before).changedBy()).containsExactly("admin");
    }

    @Test
    void of_two_contacts_that_two_administrators_added_one_is_taken_back_and_the_other_confirmed() {
        Customer before = imported(acme());
        ImportedCustomer bea = and("bea@acme.example.com", acme());
        state(ADMIN, bea);
        state(ADA, and("mallory@example.net", bea));
        assertThat(waiting(before).changedBy()).containsExactly("ada", "admin");

        state(ADA, bea);

        assertThat(waiting(before).left())
                .as("she took away whom she had added herself")
                .isEmpty();
        assertThat(waiting(before).changedBy()).containsExactly("admin");
        confirm(before.id(), ADA);
        assertThat(addresses(customers.inCases(before.id()).orElseThrow().contacts()))
                .contains("bea@acme.example.com");
    }

    @Test
    void whoever_added_a_contact_confirms_that_another_took_it_away() {
        Customer before = imported(acme());
        state(ADMIN, and("bea@acme.example.com", acme()));
        state(ADA, acme());
        assertThat(waiting(before).changedBy()).containsExactly("ada");
        assertThatThrownBy(() -> confirm(before.id(), ADA)).hasMessageStartingWith("You changed this customer;");

        confirm(before.id(), ADMIN);

        assertThat(room.getBean(UnconfirmedChanges.class).of(before.id())).isEmpty();
    }

    @Test
    void a_contact_that_one_added_and_another_gave_a_role_is_confirmed_by_neither() {
        Customer before = imported(acme());
        state(ADMIN, and("bea@acme.example.com", acme()));
        state(ADA, and(new ImportedContact("New", "bea@acme.example.com", List.of("owner", "privacy")), acme()));

        assertThat(waiting(before).changedBy()).containsExactly("ada", "admin");
        assertThatThrownBy(() -> confirm(before.id(), ADA)).hasMessageStartingWith("You changed this customer;");
        assertThatThrownBy(() -> confirm(before.id(), ADMIN)).hasMessageStartingWith("You changed this customer;");
    }

    @Test
    void who_changed_which_part_is_told_apart() {
        Customer before = imported(onPlan("enterprise", "600"));
        inNotice.add(before.id());
        state(ADMIN, onPlan("free", "600"));
        state(ADA, onPlan("free", "6000"));

        Customer now = customers.find(before.id()).orElseThrow();
        assertThat(waiting(before).noticesBy(now)).containsExactly("admin");
        assertThat(waiting(before).ordersBy(now)).containsExactly("ada");
        assertThat(waiting(before).isOfContacts()).isFalse();
    }

    @Test
    void contacts_that_were_changed_back_do_not_wait_with_a_payment_that_does() {
        Customer before = imported(with(List.of(line("600"))));
        inNotice.add(before.id());
        state(ADMIN, reachedAt("bea@acme.example.com", with(List.of(line("6000")))));
        assertThat(waiting(before).isOfContacts()).isTrue();

        state(ADMIN, with(List.of(line("6000"))));

        assertThat(waiting(before).isOfContacts()).isFalse();
        assertThat(waiting(before).isOfOrders()).isTrue();
        assertThat(waiting(before).fields()).containsExactly("orders/O-1/lines/L-1/payments/I-1 2026-01-01/net");
        assertThat(mailed)
                .extracting(EarlierContacts.Told::standing)
                .containsExactly(EarlierContacts.Standing.WAITS, EarlierContacts.Standing.AS_BEFORE);
        assertThat(recorded.stream()
                        .filter(entry -> entry.kind().equals("customers.changed"))
                        .map(entry -> entry.content().get("unconfirmed")))
                .containsExactly("true", "false");
    }

    private UnconfirmedChange waiting(Customer customer) {
        return room.getBean(UnconfirmedChanges.class).of(customer.id()).orElseThrow();
    }

    private static ImportedCustomer ofProduct(String product, ImportedCustomer same) {
        ImportedOrder order = same.orders().get(0);
        ImportedOrder renamed = new ImportedOrder(
                order.id(), product, order.begins(), order.ends(), order.prepaid(), order.currency(), order.lines());
        return new ImportedCustomer(
                same.id(), same.name(), same.plan(), same.contacts(), List.of(renamed), same.terms());
    }

    private static ImportedCustomer and(String address, ImportedCustomer same) {
        return and(new ImportedContact("New", address, List.of("owner")), same);
    }

    private static ImportedCustomer and(ImportedContact contact, ImportedCustomer same) {
        List<ImportedContact> contacts = new ArrayList<>(same.contacts());
        contacts.add(contact);
        return new ImportedCustomer(same.id(), same.name(), same.plan(), contacts, same.orders(), same.terms());
    }

    @Test
    void what_was_changed_back_waits_for_nobody() {
        Customer before = imported(with(List.of(line("600"))));
        inCase.add(before.id());
        state(ADMIN, with(List.of(line("6000"))));

        state(ADMIN, with(List.of(line("600"))));

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
        assertThat(customers.inCases(before.id()).orElseThrow().orders()).isEqualTo(before.orders());
    }

    @Test
    void a_change_of_the_name_alone_waits_for_nobody() {
        Customer before = imported(with(List.of(line("600"))));
        inCase.add(before.id());
        ImportedCustomer same = with(List.of(line("600")));

        state(ADMIN, new ImportedCustomer("C-1", "Acme II", "enterprise", same.contacts(), same.orders(), null));

        assertThat(room.getBean(UnconfirmedChanges.class).waiting(Scope.ALL, 9)).isEmpty();
        assertThat(customers.inCases(before.id()).orElseThrow().name()).isEqualTo("Acme II");
    }

    @Test
    void in_an_open_case_a_corrected_address_decides_nothing_before_it_is_confirmed() {
        Customer before = imported(acme());
        inCase.add(before.id());
        long owner = before.contacts().get(0).id();

        room.getBean(CorrectingContact.class)
                .correct(owner, "mallory@example.net", new Actor("legal", Set.of(Role.LEGAL)));

        assertThat(customers.find(before.id()).orElseThrow().contacts().get(0).email())
                .isEqualTo("mallory@example.net");
        assertThat(customers.inCases(before.id()).orElseThrow().contacts()).isEqualTo(before.contacts());
        assertThatThrownBy(() -> room.getBean(CorrectingContact.class)
                        .correct(owner, "x@example.net", new Actor("finance", Set.of(Role.FINANCE))))
                .isInstanceOf(Refused.class);
    }

    private ImportingCustomers.Imported state(Actor by, ImportedCustomer... rows) {
        return importing.importInto("opsticket", List.of(rows), by);
    }

    private Customer imported(ImportedCustomer stated) {
        state(ADMIN, stated);
        return customers.page("opsticket", 0, 10).get(0);
    }

    /** Its payment ten times as high, and a stranger its only owner. */
    private static ImportedCustomer tampered() {
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                List.of(new ImportedContact("Mallory", "mallory@example.net", List.of("owner"))),
                with(List.of(line("6000"))).orders(),
                null);
    }

    private static ImportedLine line(String net) {
        return invoiced("I-1", net);
    }

    private static ImportedLine invoiced(String invoice, String net) {
        return new ImportedLine(
                "L-1", "Seats", "time", List.of(payment(invoice, LocalDate.of(2026, 1, 5), 1, 12, net, null, null)));
    }

    private static StaffDirectory staff(String... admins) {
        return staff(false, admins);
    }

    private static StaffDirectory staff(boolean singleHanded, String... admins) {
        List<Staff> all = Arrays.stream(admins)
                .map(name -> new Staff(name, "Ms " + name, name + "@example.com", Set.of(Role.ADMIN)))
                .toList();
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "colleagues" -> new Colleagues(all, singleHanded);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static ImportedCustomer acme() {
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                List.of(
                        new ImportedContact("Olga", "owner@acme.example.com", List.of("OWNER")),
                        new ImportedContact("Dora", "dpo@acme.example.com", List.of("privacy", "Legal"))),
                List.of(new ImportedOrder(
                        "O-1",
                        "Seats",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        new BigDecimal("1200"),
                        "EUR")),
                new ImportedTerms("45 days", null, false, "Amendment 2"));
    }

    private static ImportedLine.ImportedPayment payment(
            String invoice, LocalDate paidOn, int first, int last, String net, Long bought, Long used) {
        return new ImportedLine.ImportedPayment(
                invoice,
                paidOn,
                LocalDate.of(2026, first, 1),
                LocalDate.of(2026, last, 28),
                new BigDecimal(net),
                new BigDecimal("10"),
                null,
                null,
                new BigDecimal("19.50"),
                "card ending 4242",
                bought,
                used);
    }

    private static ImportedCustomer with(List<ImportedLine> lines) {
        ImportedOrder order = new ImportedOrder(
                "O-1",
                "Suite",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new BigDecimal("1300.5"),
                "EUR",
                lines);
        return new ImportedCustomer("C-1", "Acme", "enterprise", acme().contacts(), List.of(order), null);
    }

    /** Acme, whose Dora has another address. */
    private static ImportedCustomer reachedAt(String dora) {
        return reachedAt(dora, acme());
    }

    private static ImportedCustomer reachedAt(String dora, ImportedCustomer stated) {
        ImportedContact olga = acme().contacts().get(0);
        ImportedContact dpo = acme().contacts().get(1);
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                List.of(olga, new ImportedContact(dpo.name(), dora, dpo.roles())),
                stated.orders(),
                stated.terms());
    }

    private static ImportedCustomer numbered(int number) {
        return new ImportedCustomer(
                "N-" + number,
                "Number " + number,
                "enterprise",
                List.of(new ImportedContact("Somebody", "n" + number + "@example.com", List.of("owner"))),
                List.of(new ImportedOrder(
                        "O-1", "Seats", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), BigDecimal.TEN, "EUR")),
                null);
    }

    private record RecordingLedger(List<Entry> entries) implements Ledger {
        @Override
        public void record(Entry entry) {
            entries.add(entry);
        }

        @Override
        public List<Recorded> about(String subject) {
            return List.of();
        }
    }
}
