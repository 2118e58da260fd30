package fairnotice.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedLine;
import fairnotice.customer.ImportedLine.ImportedPayment;
import fairnotice.customer.InvoiceNumber;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.Completion.Settling;
import fairnotice.inbox.CompletionBuilder;
import fairnotice.inbox.ReadingInbox;
import fairnotice.notice.ReadingWindows;
import fairnotice.notice.WindowClosing;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.RecordingObjection;
import fairnotice.register.Settlement.Cure;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A payment that one administrator changed before a change was announced: it counts, and finance reads of it. From the announcement on it waits. */
class PaidBeforeObjectionTest extends OwnPages {

    private static final Pattern CHANGED_SINCE =
            Pattern.compile("(?s)<section class=\"note\" aria-labelledby=\"changed-since\".*?</section>");

    @Autowired
    private ReadingInbox reading;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private RecordingObjection recording;

    @Autowired
    private ObjectionContexts contexts;

    @Autowired
    private ReadingWindows windows;

    @Autowired
    private Clock clock;

    @Autowired
    private CompletingTask working;

    @Autowired
    private ConfirmingCustomerChange confirming;

    @Autowired
    private UnconfirmedChanges unconfirmed;

    private static int payers;
    private final Map<String, List<String>> shownTo = new HashMap<>();
    private String payer = "payer-" + ++payers;
    private final String invoice = "I-" + payer;
    private String leaving;

    @Test
    void finance_reads_what_was_changed_since_the_proposal_before_it_approves() throws Exception {
        buys("500");
        buys("600");
        String change = proposed("Latepay");
        buys("6000");
        working.complete(reading.tasksAbout(change, COUNSEL).get(0).id(), Completion.of("approve", null), COUNSEL);
        await(() -> changes.getByReference(change).state() == ChangeState.IN_NOTICE);

        String termination = terminated(change);

        assertThat(terminations.getByReference(termination).due()).isEqualTo(Map.of("EUR", new BigDecimal("6000.00")));
        String page = open("finance", "/terminations/" + termination)
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(toBeChecked(page))
                .startsWith(
                        "Changes of the customer&#39;s data to be checked Compare them with the invoices before you approve. These are the"
                                + " changes of orders, payments and contacts that one person made within the 12 months before the objection, from ")
                .contains(
                        "and that no second person confirmed; and all changes and confirmations since the change was proposed. Payments that"
                                + " were changed before the objection count as they stand, unless the change waits for another administrator. Of"
                                + " what was changed after it, only what another administrator had confirmed when the refund was calculated"
                                + " counts. What was confirmed since counts once the refund is calculated again; if that gives less, it is approved as another amount, with a reason and a second person.",
                        net("500.00 EUR → 600.00 EUR"))
                .endsWith(net("600.00 EUR → 6,000.00 EUR"));
        work(termination, FINANCE, Completion.of("approve", null));
        assertThat(toBeChecked(open("finance", "/terminations/" + termination)
                        .andReturn()
                        .getResponse()
                        .getContentAsString()))
                .contains("What was confirmed after the approval does not count for this refund.")
                .doesNotContain("before you approve", "once you calculate it again");
    }

    @Test
    void what_one_person_changes_of_payments_waits_from_the_announcement_on_and_the_customer_reads_so()
            throws Exception {
        buys("500");
        String change = announced("Noticepay");
        buys("5000");

        String termination = terminated(change);

        assertThat(leaving)
                .contains("Our data about your orders or payments were entered or changed, and this waits for another"
                        + " administrator at OpsTicket. Until it is confirmed, the orders and payments before it count"
                        + " here.");
        assertThat(terminations.getByReference(termination).due()).isEqualTo(Map.of("EUR", new BigDecimal("500.00")));
    }

    @Test
    void finance_reads_what_one_person_changed_before_the_proposal_and_not_what_was_confirmed() throws Exception {
        buys("500");
        buys("5000");
        buysOn("free", paidOrder("5000"), large());
        confirmed();
        buysOn("enterprise", paidOrder("5000"), large());
        String change = announced("Earlypay");

        String termination = terminated(change);

        String page = open("finance", "/terminations/" + termination)
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(toBeChecked(page))
                .contains(
                        "TODAY Noor van Dijk (admin) The customer was added. Revision: N",
                        net("500.00 EUR → 5,000.00 EUR"))
                .doesNotContain("240,000");
    }

    @Test
    void finance_reads_which_other_termination_refunds_the_same_invoice() throws Exception {
        buys("500");
        String first = terminated(announced("Oncepay"));
        buysOn("enterprise", large());
        confirmed();
        payer = payer + "-again";
        buys("500");

        String second = terminated(announced("Twicepay"));

        assertThat(terminations.getByReference(second).due()).isEqualTo(Map.of("EUR", new BigDecimal("500.00")));
        String page = open("finance", "/terminations/" + second)
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains(
                        "Invoices with a refund elsewhere",
                        "What one of another customer refunds is not taken off",
                        "Invoice " + invoice + ": " + first + " , Payer " + payer.replace("-again", "")
                                + ", order O-1: 500.00 EUR");
    }

    @Test
    void finance_reads_at_the_first_refund_that_an_invoice_is_another_customers_as_well() throws Exception {
        buys("500");
        String termination = terminated(announced("Sharedpay"));
        assertThat(openedByFinance(termination)).doesNotContain("Invoices that another customer has as well");
        stoodThereBeforeInvoicesBelongedToOneCustomer("Older Ltd");

        assertThat(openedByFinance(termination))
                .contains(
                        "Invoices that another customer has as well An invoice belongs to one customer. Find out whose it is before"
                                + " you approve",
                        "Invoice " + invoice + ": Older Ltd");
    }

    private String openedByFinance(String termination) throws Exception {
        return open("finance", "/terminations/" + termination)
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private void stoodThereBeforeInvoicesBelongedToOneCustomer(String name) {
        jdbc.sql("""
                        with older as (insert into customer (register, external_id, name, plan, since)
                                       values ('opsticket', :name, :name, 'free', '2020-01-01T00:00Z') returning id)
                        insert into customer_order (customer, external_id, position, product, begins, ends, prepaid, currency, invoices)
                        select id, 'O-1', 0, 'Suite', '2020-01-01', '2090-01-01', 1, 'EUR', array[:invoice] from older""")
                .param("name", name)
                .param("invoice", InvoiceNumber.key(invoice))
                .update();
    }

    private String net(String change) {
        return "TODAY Noor van Dijk (admin) Customer data were changed. Revision: N Order O-1, line L-1, invoice I-"
                + payer + " for the time from "
                + DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                        .format(LocalDate.now().plusDays(200))
                + ": before tax: " + change;
    }

    private static String toBeChecked(String page) {
        Matcher section = CHANGED_SINCE.matcher(page);
        assertThat(section.find()).isTrue();
        return section.group()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\(UTC\\)", "TODAY")
                .replaceAll("Revision: \\d+", "Revision: N")
                .strip();
    }

    private static ImportedOrder large() {
        return new ImportedOrder(
                "O-2",
                "Suite",
                LocalDate.now().minusDays(9),
                LocalDate.now().plusDays(400),
                new BigDecimal("240000"),
                "EUR");
    }

    @Test
    void an_order_that_waits_is_neither_offered_nor_refunded_and_everybody_reads_so() throws Exception {
        buysOn("free", paidOrder("500"));
        buysOn("enterprise", paidOrder("500"), large());
        String change = announced("Waitpay");

        String termination = terminated(change);

        assertThat(leaving)
                .contains("this waits for another administrator at OpsTicket", "O-1")
                .doesNotContain("O-2");
        assertThat(terminations.getByReference(termination).due()).isEqualTo(Map.of("EUR", new BigDecimal("500.00")));
        String page = open("finance", "/terminations/" + termination)
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "A change to this customer&#39;s data waits for another administrator: Noor van Dijk (admin) changed Order O-2; Plan;");
    }

    @Test
    void a_refund_of_nothing_that_two_people_stated_is_confirmed_by_finance_and_then_disputed_on_the_page()
            throws Exception {
        buysOn("enterprise", prepaid("500"));
        buysOn("enterprise", prepaid("0"));
        confirmed();
        String change = announced("Nonepay");

        String termination = terminated(change);

        assertThat(terminations.getByReference(termination).due()).isEmpty();
        String own = own(change, payer);
        assertThat(shown(own))
                .contains(
                        "Your termination is confirmed. As calculated, no refund is due. OpsTicket confirms or corrects this by"
                                + " the end of ")
                .doesNotContain("id=\"dispute\"", "??");
        await(() -> !reading.tasksAbout(termination, FINANCE).isEmpty());
        String task = open(
                        "finance",
                        "/terminations/" + termination + "/tasks/"
                                + reading.tasksAbout(termination, FINANCE)
                                        .get(0)
                                        .id())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(task)
                .contains(
                        "Nothing is refunded, as calculated. Check that against the invoices and the changes below before"
                                + " you confirm it.",
                        "No other amount can be approved here: nothing is stated as paid for what ends, or all of it as given back.")
                .contains("Optional and internal.")
                .doesNotContain(
                        "value=\"alter\"", "Payment due", "Another amount needs", "Needed for another amount", "??");
        assertThat(toBeChecked(task)).as("a second person has confirmed it").doesNotContain("500.00 EUR → 0.00 EUR");

        work(termination, FINANCE, Completion.of("approve", null));
        await(() -> !mails(payer + "@customers.example.com", "This is the statement")
                .isEmpty());

        assertThat(mails(payer + "@customers.example.com", "This is the statement")
                        .get(0))
                .contains(
                        "If you do not agree that nothing is refunded, reply to this message: there is no deadline for this.");
        assertThat(shown(own))
                .contains(
                        "Write to OpsTicket about it here, or reply to one of our emails about your termination. There is"
                                + " no deadline for this. Until OpsTicket has answered, nothing is refunded, and what your agreement or the law gives"
                                + " you beyond this is untouched.");
        submit(own + "/reply", "action", "dispute", "text", "We paid 500 euros");
        assertThat(shown(own)).contains("about the refund waits for OpsTicket&#39;s answer", "We paid 500 euros");
        await(() ->
                !mails(payer + "@customers.example.com", "We paid 500 euros").isEmpty());
        assertThat(mails(payer + "@customers.example.com", "We paid 500 euros").get(0))
                .contains("Until OpsTicket has answered, what is refunded stays as it is");
    }

    private String shown(String own) throws Exception {
        return pages.perform(get(URI.create(own))).andReturn().getResponse().getContentAsString();
    }

    /** Of which only the whole is known. */
    private static ImportedOrder prepaid(String amount) {
        return new ImportedOrder(
                "O-1",
                "Suite",
                LocalDate.now().minusDays(100),
                LocalDate.now().plusDays(299),
                new BigDecimal(amount),
                "EUR");
    }

    @Test
    void an_order_that_one_person_removed_before_the_announcement_is_objected_for_terminated_and_refunded()
            throws Exception {
        buys("500");
        buysOn("enterprise");
        String change = announced("Removedpay");

        String termination = terminated(change);

        assertThat(leaving).contains("this waits for another administrator at OpsTicket", "O-1");
        assertThat(terminations.getByReference(termination).due()).isEqualTo(Map.of("EUR", new BigDecimal("500.00")));
    }

    @Test
    void staff_record_an_objection_for_an_order_that_one_person_removed_during_the_notice() throws Exception {
        buys("500");
        String change = announced("Vanishpay");
        buysOn("enterprise");

        recording.record(
                change,
                new RecordingObjection.Came(
                        payer,
                        Channel.EMAIL,
                        clock.instant(),
                        "Ann",
                        null,
                        null,
                        Grounds.LOCATION,
                        "Not there",
                        Set.of("O-1"),
                        List.of()),
                LEGAL);

        assertThat(newest(change, payer).filing().orders()).containsExactly("O-1");
    }

    @Test
    void an_order_that_one_person_removed_goes_on_beside_what_was_terminated_until_another_confirms() throws Exception {
        buysOn("enterprise", paidOrder("500"), large());
        String change = announced("Besidepay");
        buysOn("enterprise", paidOrder("500"));
        Objection left = objections.getByReference(
                terminations.getByReference(terminated(change)).objection());

        assertThat(contexts.of(left).leavesOthers()).isTrue();
        assertThat(windows.closing(notice(change, payer))).isEmpty();
        await(() -> !mails(payer + "@customers.example.com", "was confirmed with a code")
                .isEmpty());
        assertThat(mails(payer + "@customers.example.com", "was confirmed with a code")
                        .get(0))
                .contains("Your other orders go on;");

        confirmed();

        assertThat(contexts.of(left).leavesOthers()).isFalse();
        assertThat(windows.closing(notice(change, payer))).contains(WindowClosing.TERMINATION);
    }

    @Test
    void a_currency_that_one_person_changed_before_the_proposal_waits_and_finance_reads_of_it() throws Exception {
        buys("500");
        buysOn("enterprise", paidOrder("500", "USD"));
        String change = announced("Dollarpay");

        String termination = terminated(change);

        assertThat(terminations.getByReference(termination).due()).isEqualTo(Map.of("EUR", new BigDecimal("500.00")));
        String page = open("finance", "/terminations/" + termination)
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(toBeChecked(page)).endsWith("Order O-1: currency: EUR → USD");
    }

    @Test
    void a_currency_that_one_person_changes_waits_from_the_announcement_on() throws Exception {
        buys("500");
        String change = announced("Europay");
        buysOn("enterprise", paidOrder("500", "USD"));

        String termination = terminated(change);

        assertThat(leaving).contains("this waits for another administrator at OpsTicket");
        assertThat(terminations.getByReference(termination).due()).isEqualTo(Map.of("EUR", new BigDecimal("500.00")));
    }

    @Test
    void where_contacts_alone_wait_nobody_reads_that_orders_do() throws Exception {
        buys("500");
        String change = announced("Contactpay");
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        payer,
                        "Payer " + payer,
                        "enterprise",
                        List.of(
                                new ImportedContact("Ann", payer + "@customers.example.com", List.of("PRIVACY")),
                                new ImportedContact("Bo", "bo-" + payer + "@customers.example.com", List.of("OWNER"))),
                        List.of(paidOrder("500")),
                        null)),
                ADMIN);

        terminated(change);

        assertThat(leaving).contains("O-1").doesNotContain("waits for another administrator");
    }

    /** Objected, offered something, no agreement, and all of the order terminated. */
    private String terminated(String change) throws Exception {
        String own = own(change, payer);
        submit(own + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there", "orders", "O-1");
        String objection = newest(change, payer).reference();
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, offer());
        await(() ->
                !mails(payer + "@customers.example.com", "It stays in the EU").isEmpty());
        submit(own + "/reply", "action", "reject", "text", "No");
        String end = LocalDate.now().plusDays(20).toString();
        String ann = contactTokens.of(contact(notice(change, payer)).id());
        await(() -> newest(change, payer).state() == ObjectionState.TERMINATION_OFFERED);
        leaving = pages.perform(get(URI.create(own + "/termination")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        submit(own + "/termination", "step", "code", "orders", "O-1", "lastDay[O-1]", end, "contact", ann);
        String code = code(payer + "@customers.example.com", 1);
        submit(own + "/termination", "step", "confirm", "orders", "O-1", "lastDay[O-1]", end, "code", code);
        return terminations.of(objection).orElseThrow().reference();
    }

    private static Completion offer() {
        return CompletionBuilder.builder()
                .outcome("offer")
                .comment("It stays in the EU")
                .settling(new Settling(Cure.EXPLANATION, null, null))
                .build();
    }

    /** What it paid for a time after the one in which the termination can end, so that all of it is given back. */
    private void buys(String net) {
        buysOn("enterprise", paidOrder(net));
    }

    private ImportedOrder paidOrder(String net) {
        return paidOrder(net, "EUR");
    }

    private ImportedOrder paidOrder(String net, String currency) {
        LocalDate today = LocalDate.now();
        ImportedPayment payment = new ImportedPayment(
                invoice,
                today.minusDays(9),
                today.plusDays(200),
                today.plusDays(299),
                new BigDecimal(net),
                null,
                null,
                null,
                null,
                "card ending 4242",
                null,
                null);
        return new ImportedOrder(
                "O-1",
                "Suite",
                today.minusDays(100),
                today.plusDays(299),
                new BigDecimal("6000"),
                currency,
                List.of(new ImportedLine("L-1", "Seats", "time", List.of(payment))));
    }

    /** It was shown what ran when it came, and that is confirmed with it, so that no notice of that runs for it: until then one would be given. */
    private void buysOn(String plan, ImportedOrder... orders) {
        if (shownTo.containsKey(payer)) {
            imports(plan, orders);
            return;
        }
        transactions.executeWithoutResult(together -> {
            imports(plan, orders);
            confirmed();
        });
    }

    private void imports(String plan, ImportedOrder... orders) {
        List<String> shown = shownTo.computeIfAbsent(payer, any -> running());
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        payer,
                        "Payer " + payer,
                        plan,
                        List.of(new ImportedContact("Ann", payer + "@customers.example.com", List.of("PRIVACY"))),
                        List.of(orders),
                        null,
                        shown)),
                ADMIN);
    }

    private List<String> running() {
        return changes.running().stream()
                .filter(change -> change.register().equals("opsticket"))
                .map(VendorChange::reference)
                .toList();
    }

    private void confirmed() {
        Customer customer = customers.find("opsticket", payer).orElseThrow();
        if (unconfirmed.of(customer.id()).isPresent()) {
            confirming.confirm(customer.id(), customer.revision(), new Actor("ada", Set.of(Role.ADMIN)));
        }
    }
}
