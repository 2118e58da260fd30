package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.register.Registers;
import fairnotice.termination.ApprovingRefund;
import fairnotice.termination.Election;
import fairnotice.termination.PayingRefund;
import fairnotice.termination.Payout;
import fairnotice.termination.RecordingElection;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Terminations;
import fairnotice.web.Dates;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways through {@code termination.bpmn}, from the customer's choice to its statement. */
class TerminationStoryTest extends Story {

    private static final String REGISTER = StoryRegister.TERMINATION.id();
    private static final Actor FINANCE = new Actor("finance", Set.of(Role.FINANCE));
    private static final Actor CFO = new Actor("cfo", Set.of(Role.FINANCE));
    private static final Actor THIRD = new Actor("treasurer", Set.of(Role.FINANCE));
    private static int stories;
    private static final Map<String, String> CHANGES = new HashMap<>();

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private Customers customers;

    @Autowired
    private Registers registers;

    @Autowired
    private Terminations terminations;

    @Autowired
    private RecordingElection recording;

    @Autowired
    private ApprovingRefund approving;

    @Autowired
    private PayingRefund paying;

    @Autowired
    private JdbcClient jdbc;

    private String register;
    private String address;
    private Customer leaver;
    private LocalDate begins;

    /** Half way through an order of 200 days that cost 200 euros, paid, with 19 per cent of tax. */
    @BeforeEach
    void aCustomer() {
        aCustomerOf(REGISTER);
    }

    private void aCustomerOf(String promise) {
        register = promise;
        stories++;
        address = "owner@" + id().toLowerCase(java.util.Locale.ROOT) + ".example.com";
        begins = today().minusDays(99);
        customers(register, stated(order()));
        leaver = customers.find(register, id()).orElseThrow();
        objected();
    }

    private static String id() {
        return "LEAVER-" + stories;
    }

    private Map<String, Object> order() {
        return order(200);
    }

    private Map<String, Object> order(int net) {
        Map<String, Object> payment = Map.of(
                "invoice",
                "INV-" + stories,
                "paidOn",
                begins.toString(),
                "begins",
                begins.toString(),
                "ends",
                begins.plusDays(199).toString(),
                "net",
                net,
                "taxRate",
                19,
                "means",
                "card ending 4242");
        Map<String, Object> line =
                Map.of("id", "L-1", "description", "Seats", "pricing", "time", "payments", List.of(payment));
        return Map.of(
                "id",
                "O-1",
                "product",
                "Suite",
                "begins",
                begins.toString(),
                "ends",
                begins.plusDays(199).toString(),
                "prepaid",
                200,
                "currency",
                "EUR",
                "lines",
                List.of(line));
    }

    private Map<String, Object> stated(Object... orders) {
        return Map.of(
                "id",
                id(),
                "name",
                "Leaving " + stories,
                "plan",
                "enterprise",
                "contacts",
                List.of(contact(address, "owner"), contact("dpo." + address, "privacy")),
                "orders",
                List.of(orders));
    }

    /** A case that is over, so that the story is about its termination alone. */
    private void objected() {
        CHANGES.computeIfAbsent(register, none -> propose(register, "ADD", "Leaveline", Map.of()));
        jdbc.sql("""
                        insert into objection (reference, change_reference, register, round, policy_version, customer, state, filing,
                                               received_at, late, answer_due_at, settled_at, begun_at)
                        values (:reference, :change, :register, 1, 1, :customer, 'WITHDRAWN',
                                '{"channel": "LINK", "sender": "Owner", "grounds": "LOCATION", "orders": []}',
                                now(), false, now(), now(), now())""")
                .param("reference", objection())
                .param("change", change())
                .param("register", register)
                .param("customer", leaver.id())
                .update();
    }

    private String change() {
        return CHANGES.get(register);
    }

    private static String objection() {
        return "OBJ-STORY-" + stories;
    }

    @Test
    void a_refund_is_approved_paid_by_another_and_confirmed_with_a_statement() {
        Termination elected = elect(begins.plusDays(99));
        settle();
        assertThat(recipients(elected.reference(), "your termination is confirmed"))
                .containsExactlyInAnyOrder(address, "dpo." + address);
        begin(elected);

        Task approve = task(elected, "Task_ApproveRefund");
        assertThat(approve.getDueDate().toInstant())
                .isBetween(now().plus(Duration.ofDays(9)), now().plus(Duration.ofDays(12)));
        approving.approve(elected.reference(), Map.of(), null, FINANCE);
        tasks.complete(approve.getId());
        settle();
        assertThat(recipients(elected.reference(), "your refund is approved"))
                .containsExactlyInAnyOrder(address, "dpo." + address);
        pay(elected, CFO);

        assertThat(worked(elected)).containsExactly("Task_ApproveRefund", "Task_PayRefund");
        assertThat(isOver(elected)).isTrue();
        assertThat(terminations.getByReference(elected.reference()).state()).isEqualTo(TerminationState.CONFIRMED);
        assertThat(terminations.statement(elected.reference())).isPresent();
        assertThat(recipients(elected.reference(), "statement of termination"))
                .containsExactlyInAnyOrder(address, "dpo." + address);
        inOneThread(elected);
        JsonNode mail = mails(elected.reference(), "statement of termination").get(0);
        assertThat(mail.get("text").asText())
                .contains("200.00 EUR × 100 of 200 days = 100.00 EUR", "119.00 EUR", "SEPA-" + elected.reference());
    }

    @Test
    void an_altered_refund_goes_to_a_second_person_and_back_when_that_one_disagrees() {
        Api finance = staff("finance");
        Api cfo = staff("cfo");
        Termination elected = elect(begins.plusDays(99));
        begin(elected);

        alter(elected, "150");
        Task second = task(elected, "Task_ApproveAlteredRefund");
        assertThat(cfo.page("/terminations/" + elected.reference() + "/tasks/" + second.getId()))
                .contains(
                        "As altered, by invoice, with tax",
                        "178.50 EUR",
                        "As calculated, by invoice, with tax",
                        "As calculated, by currency")
                .doesNotContain("??");
        assertThat(cfo.page("/terminations/" + elected.reference()))
                .contains("As altered, by invoice, with tax", "The refund was altered; a second person has to agree.");
        approving.sendBack(elected.reference(), "Too much", CFO);
        tasks.complete(second.getId());
        Task anew = task(elected, "Task_ApproveRefund");
        assertThat(finance.page("/terminations/" + elected.reference() + "/tasks/" + anew.getId()))
                .contains("Sent back by ", ": Too much", "Another amount needs a reason and a second person.")
                .doesNotContain("As calculated, by", "??");
        alter(elected, "120");
        Task third = task(elected, "Task_ApproveAlteredRefund");
        approving.approveAltered(elected.reference(), "Fair", CFO);
        tasks.complete(third.getId());
        Task pay = task(elected, "Task_PayRefund");
        assertThat(finance.page("/terminations/" + elected.reference() + "/tasks/" + pay.getId()))
                .contains(": 142.80 EUR to ", "As altered, by invoice, with tax")
                .doesNotContain("Another amount needs", "??");
        pay(elected, THIRD);

        assertThat(worked(elected))
                .containsSubsequence(
                        "Task_ApproveRefund",
                        "Task_ApproveAlteredRefund",
                        "Task_ApproveRefund",
                        "Task_ApproveAlteredRefund");
        JsonNode mail = mails(elected.reference(), "statement of termination").get(0);
        assertThat(mail.get("text").asText()).contains("Refunded in EUR: 142.80 EUR", "Goodwill");
    }

    @Test
    void a_refund_altered_to_nothing_is_not_paid_but_confirmed() {
        Termination elected = elect(begins.plusDays(99));
        begin(elected);

        alter(elected, "0");
        Task second = task(elected, "Task_ApproveAlteredRefund");
        assertThat(staff("cfo").page("/terminations/" + elected.reference() + "/tasks/" + second.getId()))
                .contains("The refund was altered to nothing. That takes effect only if you agree.")
                .doesNotContain("The altered amount is paid", "??");
        approving.approveAltered(elected.reference(), null, CFO);
        tasks.complete(second.getId());
        settle();

        assertThat(worked(elected)).isNotEmpty().doesNotContain("Task_PayRefund");
        assertThat(isOver(elected)).isTrue();
    }

    @Test
    void nothing_due_of_what_was_paid_is_confirmed_by_finance_and_not_paid() {
        advance("P20D");
        Termination elected = elect(begins.plusDays(199));
        begin(elected);
        assertThat(recipients(elected.reference(), "statement of termination")).isEmpty();

        Task approve = task(elected, "Task_ApproveRefund");
        approving.approve(elected.reference(), Map.of(), null, FINANCE);
        tasks.complete(approve.getId());
        settle();

        assertThat(worked(elected)).containsExactly("Task_ApproveRefund");
        assertThat(isOver(elected)).isTrue();
        assertThat(recipients(elected.reference(), "statement of termination")).contains(address);
    }

    @Test
    void calculated_again_on_what_was_put_right_since_it_waits_in_the_same_task() {
        announced(register, "Noticeline"); // whoever is given notice of it has what is stated of its orders confirmed
        customers(register, stated(order(2)));
        confirm(register, id());
        Termination elected = elect(begins.plusDays(109));
        assertThat(elected.due()).containsEntry("EUR", new BigDecimal("1.07"));
        begin(elected);
        String task = task(elected, "Task_ApproveRefund").getId();
        customers(register, stated(order()));
        confirm(register, id());

        as("finance").post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "recalculate"));
        settle();

        assertThat(task(elected, "Task_ApproveRefund").getId()).isEqualTo(task);
        assertThat(terminations.getByReference(elected.reference()).due())
                .containsEntry("EUR", new BigDecimal("107.10"));
        Api finance = staff("finance");
        assertThat(finance.page("/terminations/" + elected.reference() + "/tasks/" + task))
                .contains(
                        "Recalculate with the customer data confirmed by now; you approve afterwards",
                        "This refund was calculated again after the customer data had been corrected. When the customer terminated, the"
                                + " amount given was 1.07 EUR, tax included.")
                .doesNotContain("??");
        String address = "/terminations/" + elected.reference() + "/tasks/" + task;
        assertThat(finance.submit(address, address, "outcome=recalculate").body())
                .contains("Calculated again on the customer data confirmed now, the refund is the same.")
                .doesNotContain("Please correct the following", "??");
        as("finance").post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "approve"));
        settle();
        pay(elected, CFO);
        assertThat(worked(elected)).containsExactly("Task_ApproveRefund", "Task_PayRefund");
    }

    @Test
    void what_finance_does_not_confirm_in_time_is_told_as_what_it_is() {
        advance("P20D");
        Termination elected = elect(begins.plusDays(199));
        begin(elected);

        advance("P13D");

        assertThat(recipients(elected.reference(), "the confirmation that no refund is due is late"))
                .contains(address);
        assertThat(toOwner(elected, "the confirmation that no refund is due is late")
                        .get("text")
                        .asText())
                .contains(
                        "OpsTicket was to confirm or correct by the end of",
                        "that no refund is due for these orders, and has not done so.",
                        "You get an email when that is done.")
                .doesNotContain("your refund is late", "paid");
        Api finance = staff("finance");
        for (String address : List.of("/terminations/" + elected.reference(), "/overdue")) {
            assertThat(finance.page(address))
                    .as(address)
                    .contains(">since the end of ")
                    .doesNotContain(">due by", "??");
        }
    }

    @Test
    void nothing_due_by_the_promise_is_confirmed_at_once() {
        aCustomerOf(StoryRegister.NO_REFUND.id());
        Termination elected = elect(begins.plusDays(99));
        assertThat(elected.state()).isEqualTo(TerminationState.NOTHING_DUE);

        begin(elected);

        assertThat(worked(elected)).isEmpty();
        assertThat(isOver(elected)).isTrue();
        assertThat(recipients(elected.reference(), "statement of termination")).contains(address);
    }

    @Test
    void what_began_under_the_diagram_in_which_finance_judged_only_what_is_due_ends_under_it() throws IOException {
        String deployment = repository
                .createDeployment()
                .addString("processes/termination.bpmn", earlier())
                .deploy()
                .getId();
        try {
            Termination elected = elect(begins.plusDays(99));
            begin(elected);
            Task approve = task(elected, "Task_ApproveRefund");
            approving.approve(elected.reference(), Map.of(), null, FINANCE);
            tasks.complete(approve.getId());
            pay(elected, CFO);
            assertThat(isOver(elected)).isTrue();

            aCustomerOf(StoryRegister.NO_REFUND.id());
            Termination nothing = elect(begins.plusDays(99));
            begin(nothing);
            assertThat(worked(nothing)).isEmpty();
            assertThat(isOver(nothing)).isTrue();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private static String earlier() throws IOException {
        try (InputStream file = TerminationStoryTest.class.getResourceAsStream("/processes/termination.bpmn")) {
            String newest = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(newest).contains("${approvalNeeded}");
            return newest.replace("${approvalNeeded}", "${refundDue}");
        }
    }

    @Test
    void once_the_last_order_has_ended_its_customer_is_told_so_and_asked_what_becomes_of_its_data() {
        LocalDate last = begins.plusDays(119);
        Termination elected = elect(last);
        long ahead = ChronoUnit.DAYS.between(LocalDate.ofInstant(now(), ZoneOffset.UTC), last);
        advance("P" + (ahead - 1) + "D");
        assertThat(recipients(elected.reference(), "your termination has taken effect"))
                .isEmpty();

        advance("P2D");
        advance("P2D");

        assertThat(recipients(elected.reference(), "your termination has taken effect"))
                .containsExactlyInAnyOrder(address, "dpo." + address);
        assertThat(toOwner(elected, "your termination has taken effect")
                        .get("text")
                        .asText())
                .contains(
                        "What " + leaver.name()
                                + " terminated with OpsTicket because of its objection " + elected.objection()
                                + " to the change " + change() + " has ended; the last day was "
                                + new Dates().day(last)
                                + " (UTC). The termination is " + elected.reference() + ".",
                        "- O-1, Suite: the whole order. The last day was " + new Dates().day(last) + " (UTC).",
                        "(art. 28(3)(g)).",
                        "publishes neither a day by which you choose, nor a day by which this is done, nor what follows if"
                                + " you do not choose; your agreement may.",
                        "What you terminated has ended. If you have not chosen yet, choose now: write to ")
                .doesNotContain("What goes on", "your orders have ended", "??");
        assertThat(toOwner(elected, "your termination has taken effect")
                        .get("subject")
                        .asText())
                .isEqualTo("OpsTicket: your termination has taken effect (" + elected.reference() + ") – "
                        + leaver.name());
    }

    @Test
    void who_ended_its_only_order_is_told_of_no_later_change_and_of_it_once_it_bought_another() {
        String staying = "privacy@staying.example.com";
        customers(REGISTER, customer("STAYING", "enterprise", contact(staying, "privacy")));
        elect(begins.plusDays(99));
        advance("P1D");

        String later = add(REGISTER, "Laterline", Map.of());
        approve("counsel", later);

        assertThat(recipients(later, "")).contains(staying).doesNotContain(address, "dpo." + address);
        Map<String, Object> another = Map.of(
                "id",
                "O-2",
                "product",
                "Suite",
                "begins",
                begins.plusDays(100).toString(),
                "ends",
                begins.plusDays(300).toString(),
                "prepaid",
                200,
                "currency",
                "EUR");
        customers(REGISTER, stated(order(), another));
        settle();
        assertThat(recipients(later, "")).contains("dpo." + address);
    }

    /** The confirmation is the first that this case wrote to its contact, and the statement answers it. */
    private void inOneThread(Termination elected) {
        JsonNode first = toOwner(elected, "your termination is confirmed");
        JsonNode later = toOwner(elected, "statement of termination");
        assertThat(later.at("/headers/In-Reply-To").asText())
                .isEqualTo(first.at("/headers/Message-ID").asText())
                .startsWith("<fn.");
    }

    private JsonNode toOwner(Termination elected, String subject) {
        return mails(elected.reference(), subject).stream()
                .filter(mail -> mail.get("to").asText().contains(address)
                        && !mail.get("to").asText().contains("dpo."))
                .findFirst()
                .orElseThrow();
    }

    private Termination elect(LocalDate lastDay) {
        return recording.record(
                objection(),
                change(),
                register,
                registers.getById(register).policy().version(),
                leaver.id(),
                List.of(Election.ofWhole("O-1", lastDay)),
                any -> leaver.contacts().get(0).id(),
                now());
    }

    private Instant now() {
        return settle();
    }

    private Api staff(String name) {
        Api pages = visitor();
        pages.submit("/login", "/login", "username=" + name + "&password=demo");
        return pages;
    }

    private void begin(Termination elected) {
        runtime.startProcessInstanceByKey("TerminationProcess", elected.reference());
        settle();
    }

    private Task task(Termination of, String definition) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(of.reference())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(definition);
        return task;
    }

    private void alter(Termination elected, String amount) {
        Task approve = task(elected, "Task_ApproveRefund");
        approving.approve(elected.reference(), Map.of("EUR", new BigDecimal(amount)), "Goodwill", FINANCE);
        tasks.complete(approve.getId());
    }

    private void pay(Termination elected, Actor by) {
        Task pay = task(elected, "Task_PayRefund");
        LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        paying.paid(elected.reference(), List.of(new Payout("EUR", "SEPA-" + elected.reference(), today)), by);
        tasks.complete(pay.getId());
        settle();
    }

    /** The tasks people completed, in that order. */
    private List<String> worked(Termination termination) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(termination.reference())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list()
                .stream()
                .map(HistoricTaskInstance::getTaskDefinitionKey)
                .toList();
    }

    private boolean isOver(Termination termination) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(termination.reference())
                .singleResult()
                .getState()
                .equals(HistoricProcessInstance.STATE_COMPLETED);
    }
}
