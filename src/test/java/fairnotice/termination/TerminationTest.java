package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.calendar.Deadline;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedLine;
import fairnotice.customer.ImportedLine.ImportedPayment;
import fairnotice.customer.ImportingCustomers;
import fairnotice.customer.InvoiceHolders;
import fairnotice.customer.InvoiceNumber;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.ledger.CustomerEvidence;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeBuilder;
import fairnotice.notice.NoticeDates;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.Registers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;

class TerminationTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final Actor ADA = new Actor("ada", Set.of(Role.ADMIN));
    private static final Actor FINANCE = new Actor("finance", Set.of(Role.FINANCE));
    private static final Actor CFO = new Actor("cfo", Set.of(Role.FINANCE));
    private static final Actor THIRD = new Actor("treasurer", Set.of(Role.FINANCE));
    private static final Actor LEGAL = new Actor("legal", Set.of(Role.LEGAL));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate END_OF_APRIL = LocalDate.of(2026, 4, 30);
    private static int objections;

    private static AnnotationConfigApplicationContext rooms;
    private static Terminations terminations;

    private Customer acme;
    private String objection;

    @BeforeAll
    static void open() {
        rooms = new AnnotationConfigApplicationContext(TerminationRooms.class);
        terminations = rooms.getBean(Terminations.class);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aCustomer() {
        objection = "OBJ-2026-%04d".formatted(++objections);
        acme = imported("C-" + objections);
        rooms.getBean(TerminationRooms.KindsOfEntries.class).kinds.clear();
        rooms.getBean(TerminationRooms.KindsOfEntries.class).entries.clear();
        rooms.getBean(TerminationRooms.KindsOfEntries.class).known.clear();
        rooms.getBean(TerminationRooms.Finance.class).active = List.of("finance", "cfo", "treasurer");
    }

    // ---- electing

    @Test
    void a_customer_sees_what_it_would_get_before_anything_is_recorded() {
        Worksheet sheet = preview(Election.ofWhole("O-1", END_OF_APRIL), new Election("O-2", List.of("L-2"), TODAY));

        assertThat(sheet.totals())
                .extracting(total -> total.net() + " + " + total.tax() + " = " + total.gross() + " " + total.currency())
                .containsExactly("805.48 + 153.04 = 958.52 EUR", "15000 + 0 = 15000 JPY");
        assertThat(terminations.of(objection)).isEmpty();
    }

    @Test
    void what_was_elected_is_kept_whole_and_found_again() {
        Termination elected = elect();

        Termination found = terminations.getByReference(elected.reference());
        assertThat(found).isEqualTo(elected);
        assertThat(found.reference()).matches("TRM-2026-\\d{4}");
        assertThat(found.state()).isEqualTo(TerminationState.CALCULATED);
        assertThat(found.worksheet().lines().get(0).payment().means()).isEqualTo("card ending 4242");
        assertThat(terminations.of(objection)).contains(found);
        assertThat(terminations.ofCustomer(acme.id())).containsExactly(found);
        assertThat(terminations.page(Scope.ALL, TerminationState.CALCULATED, 0, 100))
                .contains(found);
        assertThat(terminations.page(Scope.ALL, TerminationState.PAID, 0, 100)).doesNotContain(found);
        assertThat(kinds()).containsExactly("termination.elected");
    }

    @Test
    void the_inputs_stay_as_they_were_whatever_is_imported_later() {
        Termination elected = elect();

        rooms.getBean(ImportingCustomers.class)
                .importInto(
                        "opsticket",
                        List.of(new ImportedCustomer(
                                acme.externalId(), "Acme II", "enterprise", olga(), List.of(), null)),
                        ADMIN);

        assertThat(terminations.getByReference(elected.reference()).worksheet()).isEqualTo(elected.worksheet());
    }

    @Test
    void payments_that_one_person_changed_while_the_case_is_open_refund_nothing_more() {
        Worksheet honest = preview(Election.ofWhole("O-1", END_OF_APRIL));
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());
        ImportedOrder tenTimes = new ImportedOrder(
                "O-1",
                "Suite",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new BigDecimal("12000"),
                "EUR",
                List.of(line(
                        "L-1",
                        "time",
                        payment(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "12000", "19", null, null))));

        rooms.getBean(ImportingCustomers.class)
                .importInto(
                        "opsticket",
                        List.of(new ImportedCustomer(
                                acme.externalId(),
                                "Acme",
                                "enterprise",
                                List.of(new ImportedContact("Mallory", "mallory@example.net", List.of("owner"))),
                                List.of(tenTimes),
                                null)),
                        ADMIN);

        Worksheet now = preview(Election.ofWhole("O-1", END_OF_APRIL));
        assertThat(now.totals()).isEqualTo(honest.totals());
        assertThat(now.revision()).isEqualTo(honest.revision()).isEqualTo(acme.revision());
        long stranger = rooms.getBean(Customers.class)
                .find(acme.id())
                .orElseThrow()
                .contacts()
                .get(0)
                .id();
        refused(
                () -> recording()
                        .record(
                                objection,
                                "OPSTICKET-2026-0001",
                                "opsticket",
                                policy(),
                                acme.id(),
                                List.of(Election.ofWhole("O-1", END_OF_APRIL)),
                                any -> stranger,
                                TerminationRooms.NOON),
                "Only a contact of the customer can choose to terminate its orders.");
        assertThat(elect().due()).isEqualTo(Map.of("EUR", new BigDecimal("958.52")));
    }

    @Test
    void the_same_choice_twice_is_one_and_another_is_refused() {
        Termination first = elect();

        assertThat(elect()).isEqualTo(first);
        refused(
                () -> elect(Election.ofWhole("O-1", TODAY)),
                "Another choice was made already: the termination " + first.reference()
                        + " is waiting for the refund to be approved.");
    }

    @Test
    void an_order_is_not_ended_and_refunded_twice() {
        elect(Election.ofWhole("O-1", END_OF_APRIL), new Election("O-2", List.of("L-1"), TODAY));
        objection += "-again";

        assertThat(windows()).extracting(EndWindow::order).containsExactly("O-2", "O-3", "O-4");
        assertThat(fields(() -> elect(Election.ofWhole("O-1", TODAY)))).containsExactly("elections[1].order");
        assertThat(fields(() -> elect(Election.ofWhole("O-2", TODAY)))).containsExactly("elections[1].order");
        assertThat(elect(new Election("O-2", List.of("L-2"), TODAY)).worksheet().lines())
                .hasSize(1);
        assertThat(windows()).extracting(EndWindow::order).containsExactly("O-3", "O-4");
    }

    /** It bought until 31 December 2026. */
    @Test
    void a_customer_is_one_until_the_day_on_which_it_ended_its_only_order_whatever_is_imported_later() {
        objections++;
        acme = imported("C-one-" + objections, List.of(orders().get(0)));

        elect(Election.ofWhole("O-1", END_OF_APRIL));

        isOneThrough(END_OF_APRIL);
        imported(acme.externalId(), List.of(orders().get(0)));
        isOneThrough(END_OF_APRIL);
        imported(acme.externalId(), List.of());
        imported(acme.externalId(), List.of(orders().get(0)));
        isOneThrough(END_OF_APRIL);
    }

    private void isOneThrough(LocalDate last) {
        Customer now = rooms.getBean(Customers.class).find(acme.id()).orElseThrow();
        assertThat(now.isActiveOn(last)).isTrue();
        assertThat(now.isActiveOn(last.plusDays(1))).isFalse();
        assertThat(now.lastDay()).contains(last);
    }

    @Test
    void two_objections_that_end_the_same_order_at_once_end_it_once() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> tries = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        recording()
                                .record(
                                        objection + "-" + i,
                                        "OPSTICKET-2026-0001",
                                        "opsticket",
                                        policy(),
                                        acme.id(),
                                        List.of(Election.ofWhole("O-1", TODAY)),
                                        any -> contact(),
                                        TerminationRooms.NOON);
                        return true;
                    } catch (Refused twice) {
                        return false;
                    }
                })
                .toList();

        List<Boolean> won = pool.invokeAll(tries).stream()
                .map(each -> {
                    try {
                        return each.get();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        pool.shutdown();

        assertThat(won).containsOnlyOnce(true);
        assertThat(terminations.ofCustomer(acme.id())).hasSize(1);
    }

    @Test
    void bad_choices_are_refused_field_by_field() {
        assertThat(fields(() -> elect())).isEmpty();
        objection += "-other";
        assertThat(fields(() -> elect(new Election[0]))).containsExactly("elections");
        assertThat(fields(() -> elect(Election.ofWhole("O-9", TODAY)))).containsExactly("elections[1].order");
        assertThat(fields(() -> elect(new Election("O-2", List.of("L-9"), TODAY))))
                .containsExactly("elections[1].lines");
        assertThat(fields(() -> elect(new Election("O-2", List.of("L-1", "L-1"), TODAY))))
                .containsExactly("elections[1].lines");
        assertThat(fields(() -> elect(Election.ofWhole("O-2", null)))).containsExactly("elections[1].lastDay");
        assertThat(fields(() ->
                        elect(new Election("O-2", List.of("L-1"), TODAY), new Election("O-2", List.of("L-2"), TODAY))))
                .containsExactly("elections[2].order");
    }

    @Test
    void an_order_ends_after_the_election_and_before_the_policys_latest_day_and_its_own_end() {
        assertThat(windows())
                .containsExactly(
                        new EndWindow("O-1", TODAY, TODAY.plusDays(90)),
                        new EndWindow("O-2", TODAY, LocalDate.of(2026, 3, 31)),
                        new EndWindow("O-3", TODAY, LocalDate.of(2026, 1, 31)),
                        new EndWindow("O-4", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1)));
        refused(
                () -> preview(Election.ofWhole("O-1", TODAY.minusDays(1))),
                "Please choose a last day of use for order O-1 between 2 March 2026 and 31 May 2026.");
        refused(
                () -> preview(Election.ofWhole("O-1", TODAY.plusDays(91))),
                "Please choose a last day of use for order O-1 between 2 March 2026 and 31 May 2026.");
        refused(
                () -> preview(Election.ofWhole("O-3", TODAY)),
                "The order O-3 expires on 31 January 2026, before it could be terminated.");
    }

    @Test
    void a_customer_of_another_register_and_a_stranger_choose_nothing() {
        assertThatThrownBy(() -> rooms.getBean(CalculatingRefund.class)
                        .preview(acme.id(), "securicom", policy(), List.of(), TerminationRooms.NOON))
                .isInstanceOf(Refused.class);
        refused(
                () -> recording()
                        .record(
                                objection,
                                "OPSTICKET-2026-0001",
                                "opsticket",
                                policy(),
                                acme.id(),
                                List.of(Election.ofWhole("O-1", TODAY)),
                                any -> contact() + 1000,
                                TerminationRooms.NOON),
                "Only a contact of the customer can choose to terminate its orders.");
    }

    // ---- what the ledger says of the customer

    @Test
    void nothing_of_a_customer_is_erased_before_its_refund_is_paid() {
        assertThat(whyNotErased()).isEmpty();
        String reference = elect().reference();
        assertThat(whyNotErased())
                .containsExactly("The refund of the termination " + reference
                        + " is not paid yet, and what was changed of this customer's data is evidence for it. Please come back"
                        + " when the refund is paid.");

        approving().approve(reference, Map.of("EUR", BigDecimal.ZERO), "Set off", FINANCE);
        assertThat(whyNotErased()).hasSize(1);
        approving().approveAltered(reference, null, CFO);

        assertThat(whyNotErased()).as("nothing is to be paid").isEmpty();
    }

    private List<String> whyNotErased() {
        return rooms.getBeansOfType(CustomerEvidence.class).values().stream()
                .flatMap(room -> room.whyNotYet(acme.id()).stream())
                .map(Phrase::english)
                .toList();
    }

    // ---- approving

    @Test
    void a_refund_is_approved_as_it_was_worked_out_by_one_person_of_finance() {
        Termination elected = elect();

        Termination approved = approving().approve(elected.reference(), Map.of(), null, FINANCE);

        assertThat(approved.state()).isEqualTo(TerminationState.APPROVED);
        assertThat(approved.due()).isEqualTo(Map.of("EUR", new BigDecimal("958.52")));
        assertThat(kinds()).containsExactly("termination.elected", "refund.approved");
    }

    @Test
    void what_was_calculated_again_since_it_was_looked_at_is_not_approved_as_calculated() {
        String reference = elect().reference();

        refused(
                () -> approving()
                        .approveAsCalculated(reference, Map.of("EUR", new BigDecimal("705.48")), null, FINANCE),
                "The refund is calculated at 805.48 EUR before tax (958.52 EUR with tax), and not at what your page showed or"
                        + " you stated. Check it, and decide again.");

        refused(
                () -> approving()
                        .approveAsCalculated(reference, Map.of("USD", new BigDecimal("805.48")), null, FINANCE),
                "The refund is calculated at 805.48 EUR before tax");
        int shown = terminations.getByReference(reference).version();
        refused(
                () -> approving().mustBeAsSeen(reference, shown - 1),
                "The refund is calculated at 805.48 EUR before tax (958.52 EUR with tax)");

        approving().mustBeAsSeen(reference, shown);
        approving().mustBeAsSeen(reference, null);
        assertThat(terminations.getByReference(reference).state()).isEqualTo(TerminationState.CALCULATED);
        assertThat(approving()
                        .approveAsCalculated(reference, Map.of("EUR", new BigDecimal("805.480")), null, FINANCE)
                        .state())
                .isEqualTo(TerminationState.APPROVED);
    }

    @Test
    void stating_the_same_amount_is_no_alteration() {
        String reference = elect().reference();
        Map<String, BigDecimal> same = Map.of("EUR", new BigDecimal("805.480"));

        for (String reason : Arrays.asList(null, "As told")) {
            refused(
                    () -> approving().approve(reference, same, reason, FINANCE),
                    "This is the calculated amount. State another, or choose “Approve as calculated”.");
        }

        assertThat(terminations.getByReference(reference).state()).isEqualTo(TerminationState.CALCULATED);
    }

    @Test
    void a_comment_on_a_refund_as_it_was_worked_out_stays_internal() {
        Termination elected = elect();
        refused(() -> approving().approve(elected.reference(), Map.of(), "x".repeat(10_001), FINANCE), "characters");

        Termination approved = approving().approve(elected.reference(), Map.of(), "Checked with the bank", FINANCE);

        assertThat(approved.alteration()).isNull();
        assertThat(last("refund.approved").content()).containsEntry("comment", "Checked with the bank");
        assertThat(letter(elected, "approved")).doesNotContain("Checked with the bank");
    }

    @Test
    void only_finance_gives_money_back() {
        String reference = elect().reference();

        refused(() -> approving().approve(reference, Map.of(), null, LEGAL), "Refunds are for finance staff.");
        approving().approve(reference, Map.of(), null, FINANCE);
        refused(() -> paying().paid(reference, paidToday(), LEGAL), "Refunds are for finance staff.");
    }

    @Test
    void an_altered_refund_needs_a_reason_and_a_second_person() {
        String reference = elect().reference();
        Map<String, BigDecimal> altered = Map.of("EUR", new BigDecimal("900"));
        refused(
                () -> approving().approve(reference, altered, " ", FINANCE),
                "Please state why the refund differs from the calculation.");

        Termination waiting = approving().approve(reference, altered, "Goodwill for the short notice", FINANCE);
        refused(
                () -> approving().approveAltered(reference, null, FINANCE),
                "You altered this refund; somebody else in finance must approve it.");
        refused(
                () -> paying().paid(reference, paidToday(), THIRD),
                "The termination " + reference
                        + " cannot be paid now: it is waiting for a second person to approve the altered refund.");
        Termination approved = approving().approveAltered(reference, "Agreed", CFO);

        assertThat(waiting.state()).isEqualTo(TerminationState.ALTERED);
        assertThat(approved.state()).isEqualTo(TerminationState.APPROVED);
        assertThat(approved.due()).isEqualTo(Map.of("EUR", new BigDecimal("1071.00")));
        assertThat(approved.worksheet()).isEqualTo(waiting.worksheet());
        assertThat(kinds()).endsWith("refund.altered", "refund.approved-second");
    }

    @Test
    void a_second_person_who_disagrees_sends_it_back_to_what_was_worked_out() {
        String reference = elect().reference();
        approving().approve(reference, Map.of("EUR", BigDecimal.ZERO), "Never used it", FINANCE);
        refused(() -> approving().sendBack(reference, null, CFO), "Please state why you do not agree.");

        Termination back = approving().sendBack(reference, "They did use it", CFO);

        assertThat(back.state()).isEqualTo(TerminationState.CALCULATED);
        assertThat(back.due()).isEqualTo(Map.of("EUR", new BigDecimal("958.52")));
        ledger().known.add(recorded(last("refund.returned")));
        assertThat(sentBack().of(back)).contains(new ReadingSentBack.SentBack("cfo", "They did use it"));
        Termination approved = approving().approve(reference, Map.of(), null, CFO);
        assertThat(approved.state()).isEqualTo(TerminationState.APPROVED);
        assertThat(sentBack().of(approved)).isEmpty();
    }

    @Test
    void a_refund_altered_to_nothing_leaves_nothing_to_pay() {
        String reference = elect().reference();
        approving().approve(reference, Map.of("EUR", BigDecimal.ZERO), "Set off by agreement of 1 March", FINANCE);

        Termination agreed = approving().approveAltered(reference, null, CFO);

        assertThat(agreed.state()).isEqualTo(TerminationState.NOTHING_DUE);
        assertThat(agreed.isRefundDue()).isFalse();
    }

    @Test
    void an_altered_refund_is_never_negative_nor_more_than_was_paid_net() {
        String reference = elect().reference();

        refusedField(reference, "EUR", "-0.01", "A refund cannot be negative.");
        refusedField(
                reference,
                "EUR",
                "1200.01",
                "A refund cannot be more than what was paid net of discounts, credits and earlier refunds, which is"
                        + " 1,200.00 EUR.");
        refusedField(reference, "EUR", "1.001", "Please give no more decimals than EUR has.");
        refusedField(reference, "EUR", "1e999999999", "A refund cannot be more than");
        refusedField(reference, "XYZ", "1", "Nothing was paid in this currency for what ends.");
        assertThat(approving()
                        .approve(reference, Map.of("EUR", new BigDecimal("1200")), "All of it", FINANCE)
                        .state())
                .isEqualTo(TerminationState.ALTERED);
    }

    /** Approved on the day of the election, 2 March: paid within the ten days in which OpsTicket answers, by 12 March. */
    @Test
    void an_approval_is_confirmed_once_to_all_contacts_with_amount_calculation_and_last_day() {
        String reference = elect().reference();
        assertThat(approvalMail(reference)).isEmpty();

        approving().approve(reference, Map.of(), null, FINANCE);

        Mailing mailing = approvalMail(reference).orElseThrow();
        assertThat(rooms.getBean(Mailings.class).messages(mailing.id(), 0, 10))
                .extracting(Outcome::address)
                .containsExactlyInAnyOrder("olga@acme.example.com", "dora@acme.example.com");
        assertThat(mailing.letter().text())
                .contains(
                        "OpsTicket has approved the refund for what ",
                        "Refund, tax included: 958.52 EUR. It will be paid by the end of 12 March 2026 (UTC).",
                        "before tax (all dates are in UTC):",
                        "1,200.00 EUR × 245 of 365 days = 805.48 EUR",
                        "958.52 EUR, to be paid back to the original means of payment (card ending 4242)",
                        "Once it is paid, you receive a statement as a PDF.")
                .doesNotContain("not the amount", "null", "??");
        assertThat(mailing.letter().html())
                .contains("958.52 EUR", "12 March 2026", "before tax (all dates are in UTC)")
                .doesNotContain("not the amount", "null");
    }

    /** Elected on 31 January: to be approved by 10 February and paid by the 20th; approved on 2 March only. */
    @Test
    void a_late_approval_says_that_the_refund_is_paid_later_than_was_stated() {
        Instant early = Instant.parse("2026-01-31T12:00:00Z");
        String reference = elect(early, Election.ofWhole("O-1", END_OF_APRIL)).reference();

        approving().approve(reference, Map.of(), null, FINANCE);

        String late =
                "by the end of 12 March 2026 (UTC). That is later than the end of 20 February 2026, the day that we"
                        + " stated when you terminated, because the refund was approved late.";
        assertThat(approvalMail(reference).orElseThrow().letter().text()).contains(late);
    }

    @Test
    void an_altered_refund_is_confirmed_once_two_have_agreed_and_said_to_be_changed_and_why() {
        String reference = elect().reference();
        Map<String, BigDecimal> altered = Map.of("EUR", new BigDecimal("900"));
        approving().approve(reference, altered, "Goodwill for the short notice", FINANCE);
        approving().sendBack(reference, "Too much", CFO);
        approving().approve(reference, altered, "Goodwill for the short notice", FINANCE);
        assertThat(approvalMail(reference)).isEmpty();

        approving().approveAltered(reference, null, CFO);

        Mailing mailing = approvalMail(reference).orElseThrow();
        String changed =
                "This is not the amount that we stated when you terminated: it was calculated at 958.52 EUR, tax included. The"
                        + " reason for the difference: Goodwill for the short notice";
        assertThat(mailing.letter().text())
                .doesNotContain("approved late")
                .contains("Refund, tax included: 1,071.00 EUR. It will be paid by the end of 12 March 2026", changed);
        assertThat(mailing.letter().html()).contains("1,071.00 EUR", changed);
        String added =
                "Refund before tax, all EUR lines together: 805.48 EUR calculated + 94.52 EUR added = 900.00 EUR.";
        assertThat(mailing.letter().text()).contains(added);
        assertThat(mailing.letter().html()).contains(added);
    }

    @Test
    void a_lowered_refund_says_in_mail_and_statement_what_was_withheld_and_why_so_that_the_sums_close()
            throws Exception {
        String reference = elect().reference();
        approving().approve(reference, Map.of("EUR", new BigDecimal("500")), "Seats were shared", FINANCE);
        approving().approveAltered(reference, null, CFO);
        String withheld =
                "Refund before tax, all EUR lines together: 805.48 EUR calculated − 305.48 EUR reduction = 500.00 EUR.";

        assertThat(approvalMail(reference).orElseThrow().letter().text())
                .containsSubsequence("Calculated: 805.48 EUR", withheld, "500.00 EUR and 19% tax")
                .contains(
                        "If you do not agree, reply to this message: there is no deadline for this. The payment does not wait for"
                                + " it, and what your agreement or the law gives you beyond this is untouched.")
                .doesNotContain("Refund: 805.48 EUR");
        assertThat(approvalMail(reference).orElseThrow().letter().html()).contains(withheld, "If you do not agree");

        paying().paid(reference, paidToday(), FINANCE);
        confirming().confirm(reference);

        var statement = rooms.getBean(Mailings.class)
                .byKey("termination/" + reference + "/statement")
                .orElseThrow()
                .letter();
        assertThat(statement.text())
                .containsSubsequence(
                        "Calculated: 805.48 EUR",
                        withheld,
                        "394.52 EUR used up to the last day, 305.48 EUR reduction, 500.00 EUR refunded")
                .doesNotContain("Refund: 805.48 EUR");
        assertThat(statement.html()).contains(withheld);
        assertThat(text(terminations.statement(reference).orElseThrow()).replaceAll("\\s+", " "))
                .contains("Calculated", withheld, "394.52 EUR used up to the last day, 305.48 EUR reduction");
    }

    @Test
    void amounts_in_two_currencies_are_told_as_amounts_and_each_sum_with_its_currency() {
        Termination elected = elect(Election.ofWhole("O-1", END_OF_APRIL), new Election("O-2", List.of("L-2"), TODAY));
        Map<String, BigDecimal> altered = Map.of("EUR", new BigDecimal("500"), "JPY", new BigDecimal("14000"));
        approving().approve(elected.reference(), altered, "Seats were shared", FINANCE);
        approving().approveAltered(elected.reference(), null, CFO);

        assertThat(letter(elected, "approved"))
                .contains(
                        "These are not the amounts that we stated when you terminated: they were calculated at 958.52 EUR and"
                                + " 15,000 JPY, tax included.",
                        "Refund before tax, all EUR lines together: 805.48 EUR calculated",
                        "Refund before tax, all JPY lines together: 15,000 JPY calculated");
    }

    @Test
    void a_refund_altered_to_nothing_is_told_by_its_statement_alone() throws Exception {
        String reference = elect().reference();
        approving().approve(reference, Map.of("EUR", BigDecimal.ZERO), "Set off", FINANCE);
        approving().approveAltered(reference, null, CFO);

        assertThat(approvalMail(reference)).isEmpty();
        confirming().confirm(reference);
        Termination lowered = terminations.getByReference(reference);
        assertThat(RefundStatement.refunded(lowered))
                .containsExactly("none. The calculated refund was lowered to nothing. Calculated when you terminated:"
                        + " 958.52 EUR, tax included; the statement gives the reason for the difference.");
        assertThat(Language.DE.speak(() -> RefundStatement.refunded(lowered).get(0)))
                .startsWith("keine. Die berechnete Erstattung wurde auf null herabgesetzt.");
        String nothing = "No refund is paid: it was lowered to nothing, for the reason above.";
        assertThat(letter(lowered, "statement")).contains(nothing);
        assertThat(text(terminations.statement(reference).orElseThrow()).replaceAll("\\s+", " "))
                .contains(nothing);
    }

    private static Optional<Mailing> approvalMail(String reference) {
        return rooms.getBean(Mailings.class).byKey("termination/" + reference + "/approved");
    }

    // ---- paying

    @Test
    void whoever_altered_a_refund_may_pay_it_and_whoever_approved_that_may_not() {
        String reference = elect().reference();
        approving().approve(reference, Map.of("EUR", new BigDecimal("900")), "Goodwill", FINANCE);
        approving().approveAltered(reference, null, CFO);

        refused(
                () -> paying().paid(reference, paidToday(), CFO),
                "You approved this refund; somebody else in finance must pay it.");
        assertThat(paying().paid(reference, paidToday(), FINANCE).state()).isEqualTo(TerminationState.PAID);
    }

    @Test
    void where_nobody_else_of_finance_is_active_the_payment_says_whom_it_waits_for() {
        rooms.getBean(TerminationRooms.Finance.class).active = List.of("finance");
        String reference = elect().reference();

        Termination approved = approving().approve(reference, Map.of(), null, FINANCE);

        assertThat(paying().vacancy(approved).map(Phrase::english))
                .hasValue(
                        "It waits for another person of finance: only Ms finance (finance) is active, who approved this refund.");
        refused(
                () -> paying().paid(reference, paidToday(), FINANCE),
                "You approved this refund; somebody else in finance must pay it. It waits for another person of finance");
    }

    @Test
    void a_single_person_of_finance_alters_no_refund_alone() {
        rooms.getBean(TerminationRooms.Finance.class).active = List.of("finance");
        String reference = elect().reference();

        Termination altered = approving().approve(reference, Map.of("EUR", BigDecimal.ONE), "Goodwill", FINANCE);

        assertThat(approving().vacancy(altered).map(Phrase::english))
                .hasValue(
                        "It waits for another person of finance: only Ms finance (finance) is active, who altered this refund.");
        refused(() -> approving().approveAltered(reference, null, FINANCE), "You altered this refund");
    }

    @Test
    void a_payment_has_a_reference_a_day_that_has_come_and_the_currency_that_is_due() {
        String reference = elect().reference();
        approving().approve(reference, Map.of(), null, FINANCE);

        assertThat(fields(() -> paying().paid(reference, List.of(), CFO))).containsExactly("payments");
        assertThat(fields(() -> paying().paid(reference, List.of(new Payout("EUR", " ", TODAY.plusDays(1))), CFO)))
                .containsExactly("payments[1].paymentReference", "payments[1].paidOn");
        assertThat(fields(() -> paying().paid(reference, List.of(new Payout("EUR", "<b>", null)), CFO)))
                .containsExactly("payments[1].paymentReference", "payments[1].paidOn");
        assertThat(fields(() -> paying().paid(reference, List.of(new Payout("EUR", "P-1", TODAY.minusDays(1))), CFO)))
                .containsExactly("payments[1].paidOn");
        assertThat(fields(() -> paying().paid(
                                reference,
                                List.of(new Payout("EUR", "P-1", TODAY), new Payout("JPY", "P-2", TODAY)),
                                CFO)))
                .containsExactly("payments[2].currency");
        assertThat(fields(() -> paying().paid(
                                reference,
                                List.of(new Payout("EUR", "P-1", TODAY), new Payout("EUR", "P-2", TODAY)),
                                CFO)))
                .containsExactly("payments[2].currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---", "...", "- -", "?!", "\u0301", "\u0301-\u0308", "+", "\u207f", "\u00aa", "\uff30-\uff11"})
    void a_payments_reference_has_a_plain_letter_or_digit(String reference) {
        String refund = elect().reference();
        approving().approve(refund, Map.of(), null, FINANCE);

        assertThatThrownBy(() -> paying().paid(refund, List.of(new Payout("EUR", reference, TODAY)), CFO))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field, FieldProblem::sentence)
                                .containsExactly(
                                        tuple(
                                                "payments[1].paymentReference",
                                                "Please state the reference with at least one letter from A to Z or one digit.")));
        assertThat(terminations.getByReference(refund).state()).isEqualTo(TerminationState.APPROVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEP\u1d00-1",
                "\u0262-1",
                "\u2c65-1",
                "\ua731-1",
                "\uab30-1",
                "SEPA-1\u3164",
                "SEPA-1\u115f",
                "SEPA-1\u3007",
                "\ud83c\udd70SEPA-1",
                "\u0420\u0410\u0423 0120",
                "\u03a1\u0391\u03a5 0120",
                "0120 \u0420",
                "\u2ca3-1",
                "\u1571-1",
                "\ua4e2\ua4f0\ua4d1\ua4ee-1",
                "\u05e1-1",
                "1-\u6c34",
                "PAY \u0131",
                "PAY 0\u01c00",
                "PAY-\u0667\u06f7A",
                "PAY 012\u09ea"
            })
    void a_payments_reference_is_written_in_the_letters_of_banks(String reference) {
        String refund = elect().reference();
        approving().approve(refund, Map.of(), null, FINANCE);

        assertThatThrownBy(() -> paying().paid(refund, List.of(new Payout("EUR", reference, TODAY)), CFO))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field, FieldProblem::sentence)
                                .containsExactly(
                                        tuple(
                                                "payments[1].paymentReference",
                                                "Banks write references in Latin letters, the digits 0 to 9 and common signs; this one has others. Type it as your bank shows it.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAY 0120",
                "R\u00fcckzahlung Stra\u00dfe 7",
                "E2E/2026-07-01+A?:(1),'x'",
                "RF18 5390 0754 7034",
                "Zahlung \u2013 7"
            })
    void a_payments_reference_is_taken_as_banks_write_it(String reference) {
        String refund = elect().reference();
        approving().approve(refund, Map.of(), null, FINANCE);

        assertThat(paying().paid(refund, List.of(new Payout("EUR", reference, TODAY)), CFO)
                        .state())
                .isEqualTo(TerminationState.PAID);
    }

    @Test
    void a_letter_that_stands_for_many_makes_no_reference_too_long_to_be_looked_into() {
        String refund = elect().reference();
        approving().approve(refund, Map.of(), null, FINANCE);

        assertThat(fields(() -> paying().paid(refund, List.of(new Payout("EUR", "\ufdfa".repeat(200), TODAY)), CFO)))
                .containsExactly("payments[1].paymentReference");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 2_000, 200_000})
    void a_payments_reference_that_is_too_long_is_not_looked_into(int length) {
        String refund = elect().reference();
        approving().approve(refund, Map.of(), null, FINANCE);

        assertThatThrownBy(() -> paying().paid(refund, List.of(new Payout("EUR", "7".repeat(length), TODAY)), CFO))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field, FieldProblem::sentence)
                                .containsExactly(tuple(
                                        "payments[1].paymentReference",
                                        "Please shorten the payment's reference: it has %,d characters, and 200 fit."
                                                .formatted(length))));
    }

    @Test
    void a_payment_pays_one_refund_of_the_register_however_its_reference_is_written() {
        String first = elect().reference();
        approving().approve(first, Map.of(), null, FINANCE);
        paying().paid(first, List.of(new Payout("EUR", "SEPA-77 A", TODAY)), CFO);
        aCustomer();
        String second = elect().reference();
        approving().approve(second, Map.of(), null, FINANCE);

        String sentence = "The payment with this reference is recorded for the refund " + first
                + ". A payment pays one refund. Please state the reference of this refund's own payment.";
        for (String again : List.of(
                "SEPA-77 A", " sepa\u201077a", "ＳＥＰＡ-77A", "SEPA77/A", "sepa.77.a", "SE\u0301PA-77A", "SÉPA 77 a")) {
            assertThatThrownBy(() -> paying().paid(second, List.of(new Payout("EUR", again, TODAY)), CFO))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(FieldProblem::field, FieldProblem::sentence)
                                    .containsExactly(tuple("payments[1].paymentReference", sentence)));
        }
        assertThat(fields(() -> paying().paid(second, List.of(new Payout("EUR", "SEP\u0410-77A", TODAY)), CFO)))
                .as("a Cyrillic letter that looks like A")
                .containsExactly("payments[1].paymentReference");
        assertThat(terminations.getByReference(second).state()).isEqualTo(TerminationState.APPROVED);
        assertThat(paying().paid(second, List.of(new Payout("EUR", "SEPA-77 B", TODAY)), CFO)
                        .state())
                .isEqualTo(TerminationState.PAID);
    }

    @Test
    void a_payment_that_is_recorded_for_several_refunds_at_once_pays_one() throws Exception {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            aCustomer();
            String reference = elect().reference();
            approving().approve(reference, Map.of(), null, FINANCE);
            references.add(reference);
        }
        var pool = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> tries = references.stream()
                .<Callable<Boolean>>map(reference -> () -> {
                    try {
                        paying().paid(reference, List.of(new Payout("EUR", "SEPA-88", TODAY)), CFO);
                        return true;
                    } catch (Refused taken) {
                        return false;
                    }
                })
                .toList();
        List<Boolean> paid = new ArrayList<>();
        for (var each : pool.invokeAll(tries)) {
            paid.add(each.get());
        }
        pool.shutdown();

        assertThat(paid).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(references)
                .extracting(reference -> terminations.getByReference(reference).state())
                .containsExactlyInAnyOrder(
                        TerminationState.PAID,
                        TerminationState.APPROVED,
                        TerminationState.APPROVED,
                        TerminationState.APPROVED);
    }

    @Test
    void what_is_not_approved_is_not_paid_and_what_is_paid_is_not_paid_again() {
        String reference = elect().reference();
        refused(
                () -> paying().paid(reference, paidToday(), CFO),
                "The termination " + reference + " cannot be paid now: it is waiting for the refund to be approved.");
        approving().approve(reference, Map.of(), null, FINANCE);
        paying().paid(reference, paidToday(), CFO);

        refused(
                () -> paying().paid(reference, paidToday(), CFO),
                "The termination " + reference + " cannot be paid now: it is paid.");
        refused(
                () -> approving().approve(reference, Map.of(), null, FINANCE),
                "The termination " + reference + " cannot be approved now: it is paid.");
    }

    @Test
    void two_writers_cannot_both_win() {
        Termination stale = elect();
        approving().approve(stale.reference(), Map.of(), null, FINANCE);

        assertThatThrownBy(() -> terminations.save(stale)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    // ---- confirming

    @Test
    void the_statement_goes_to_all_contacts_once_and_is_kept() throws Exception {
        String reference = elect().reference();
        approving().approve(reference, Map.of(), null, FINANCE);
        refused(
                () -> confirming().confirm(reference),
                "The termination " + reference + " cannot be confirmed now: it is waiting for the refund to be paid.");
        paying().paid(reference, paidToday(), CFO);

        Termination confirmed = confirming().confirm(reference);
        confirming().confirm(reference);

        assertThat(confirmed.state()).isEqualTo(TerminationState.CONFIRMED);
        assertThat(kinds()).containsOnlyOnce("termination.confirmed");
        var mailings = rooms.getBean(Mailings.class);
        var mailing = mailings.byKey("termination/" + reference + "/statement").orElseThrow();
        assertThat(mailings.messages(mailing.id(), 0, 10))
                .extracting(Outcome::address)
                .containsExactlyInAnyOrder("olga@acme.example.com", "dora@acme.example.com");
        assertThat(mailing.letter().text())
                .contains(
                        "1,200.00 EUR × 245 of 365 days = 805.48 EUR",
                        "958.52 EUR, paid back to the original means of payment (card ending 4242)")
                .contains("was paid on 2 March 2026 (UTC) with the reference SEPA-" + objection)
                .contains("394.52 EUR used up to the last day,")
                .doesNotContain("finance,", "cfo", "null");
        assertThat(mailing.letter().html()).contains("958.52 EUR").doesNotContain("null");
        assertThat(mailing.letter().subject()).contains(reference);
        assertThat(text(terminations.statement(reference).orElseThrow())).contains("958.52 EUR", "SEPA-" + objection);
    }

    @Test
    void the_mail_of_a_termination_names_the_other_notices_that_end_with_the_last_order() {
        TerminationRooms.others = List.of(
                notice("OPSTICKET-2026-0008", "2027-06-30", null),
                notice("OPSTICKET-2026-0009", "2027-06-30", TerminationRooms.NOON),
                notice("OPSTICKET-2026-0010", "2026-03-01", null));
        try {
            Termination elected = elect(
                    Election.ofWhole("O-1", LocalDate.of(2026, 3, 31)),
                    Election.ofWhole("O-2", LocalDate.of(2026, 3, 31)),
                    Election.ofWhole("O-4", LocalDate.of(2027, 1, 1)));

            var letter = rooms.getBean(Mailings.class)
                    .byKey("termination/" + elected.reference() + "/elected")
                    .orElseThrow()
                    .letter();
            String ends =
                    "Your notices of these other changes end with your last order as well: OPSTICKET-2026-0008. From now on"
                            + " you get no reminder of them under your agreement, and after your last order has ended no email"
                            + " under it when one of these changes has taken effect. Subscriptions to the public list go on.";
            assertThat(letter.text()).contains(ends);
            assertThat(letter.html()).contains(ends);
        } finally {
            TerminationRooms.others = List.of();
        }
    }

    private static Notice notice(String reference, String ends, Instant superseded) {
        NoticeDates dates = new NoticeDates(
                Deadline.on(LocalDate.parse(ends), ZoneOffset.UTC), Deadline.on(LocalDate.parse(ends), ZoneOffset.UTC));
        return NoticeBuilder.builder()
                .id(1)
                .reference(reference)
                .round(1)
                .register("opsticket")
                .policyVersion(1)
                .customer(7)
                .told(true)
                .mayObject(true)
                .givenAt(Instant.EPOCH)
                .dates(dates)
                .supersededAt(superseded)
                .build();
    }

    // ---- a refund of nothing

    @Test
    void a_refund_of_nothing_of_what_was_paid_is_confirmed_by_finance_and_then_disputable() throws Exception {
        Termination elected = elect(Election.ofWhole("O-2", LocalDate.of(2026, 3, 31)));
        assertThat(elected.state()).isEqualTo(TerminationState.CALCULATED);
        assertThat(elected.isDisputable()).isFalse();
        assertThat(letter(elected, "elected"))
                .contains(
                        "As calculated, no refund is due. Nothing is refunded, because nothing that was paid is left unused"
                                + " after the last day. The finance team of OpsTicket confirms or corrects this by the end of");
        refused(
                () -> confirming().confirm(elected.reference()),
                "The termination " + elected.reference()
                        + " cannot be confirmed now: it is waiting for the refund to be approved.");

        Termination agreed = approving().approve(elected.reference(), Map.of(), null, FINANCE);

        assertThat(agreed.state()).isEqualTo(TerminationState.NOTHING_DUE);
        assertThat(agreed.isDisputable()).isTrue();
        assertThat(confirming().confirm(elected.reference()).isDisputable()).isTrue();
        assertThat(kinds()).containsExactly("termination.elected", "refund.none-confirmed", "termination.confirmed");
        assertThat(letter(elected, "statement"))
                .contains(
                        "It was confirmed that no refund is due, as calculated.",
                        "If you do not agree that nothing is refunded, reply to this message: there is no deadline for this.")
                .doesNotContain("stays as it was approved");
        assertThat(text(terminations.statement(elected.reference()).orElseThrow()))
                .contains("nothing that was paid is left unused after the last day");
    }

    @Test
    void a_refund_of_nothing_that_finance_corrects_is_paid_like_any_other() {
        Termination elected = elect(new Election("O-2", List.of("L-1"), LocalDate.of(2026, 3, 31)));
        approving().approve(elected.reference(), Map.of("JPY", new BigDecimal("5000")), "A wrong invoice", FINANCE);

        Termination agreed = approving().approveAltered(elected.reference(), null, CFO);

        assertThat(agreed.state()).isEqualTo(TerminationState.APPROVED);
        assertThat(agreed.isDisputable()).isFalse();
        assertThat(letter(elected, "approved"))
                .contains("it was calculated at 0 JPY, tax included. The reason for the difference: A wrong invoice");
    }

    @Test
    void a_refund_is_calculated_again_once_payments_were_put_right_and_confirmed() throws Exception {
        acme = restatedAs(billed("1"));
        Termination elected = elect();
        assertThat(elected.due()).isEqualTo(Map.of("EUR", new BigDecimal("0.80")));
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());

        restated(billed("1200"));
        refused(
                () -> recalculating().recalculate(elected.reference(), FINANCE),
                "Calculated again on the customer data confirmed now, the refund is the same. Data that still waits for"
                        + " another administrator does not count.");
        refusedField(elected.reference(), "EUR", "805.48", "cannot be more than what was paid");
        confirmed();
        refused(() -> recalculating().recalculate(elected.reference(), ADMIN), "Refunds are for finance staff.");
        refused(
                () -> approving().approve(elected.reference(), Map.of(), null, FINANCE),
                "On the customer data confirmed now, more would be refunded. Please calculate the refund again before you approve it.");
        refused(
                () -> approving().approve(elected.reference(), Map.of("EUR", new BigDecimal("0.50")), "Less", FINANCE),
                "On the customer data confirmed now, more would be refunded.");
        Termination again = Language.DE.speak(() -> recalculating().recalculate(elected.reference(), FINANCE));

        assertThat(again.worksheet().lines())
                .extracting(Worksheet.Line::paidFormula, Worksheet.Line::formula)
                .containsExactly(tuple("1,200.00 EUR billed and paid", "1,200.00 EUR × 245 of 365 days = 805.48 EUR"));
        assertThat(again.due()).isEqualTo(Map.of("EUR", new BigDecimal("958.52")));
        assertThat(again.state()).isEqualTo(TerminationState.CALCULATED);
        assertThat(again.elected()).isEqualTo(elected.worksheet());
        assertThat(again.worksheet().elections()).isEqualTo(elected.worksheet().elections());
        assertThat(again).isEqualTo(terminations.getByReference(elected.reference()));
        refused(() -> recalculating().recalculate(elected.reference(), CFO), "the refund is the same");
        approving().approve(elected.reference(), Map.of(), null, FINANCE);
        assertThat(letter(elected, "approved"))
                .contains(
                        "Refund, tax included: 958.52 EUR.",
                        "When you terminated, the refund was calculated at 0.80 EUR, tax included. The data it was based on has since been corrected"
                                + " and the refund recalculated: 958.52 EUR, tax included.")
                .doesNotContain("This is not the amount");
        refused(
                () -> recalculating().recalculate(elected.reference(), CFO),
                "cannot be calculated again now: it is waiting for the refund to be paid.");
        paying().paid(elected.reference(), paidToday(), CFO);
        confirming().confirm(elected.reference());
        assertThat(letter(elected, "statement")).contains("the refund was calculated at 0.80 EUR, tax included.");
        assertThat(text(terminations.statement(elected.reference()).orElseThrow()))
                .contains("the refund was calculated at 0.80 EUR, tax included.");
        assertThat(kinds().stream().filter(kind -> !kind.startsWith("customers.")))
                .containsExactly(
                        "termination.elected",
                        "refund.recalculated",
                        "refund.approved",
                        "refund.paid",
                        "termination.confirmed");
    }

    @Test
    void a_refund_that_was_calculated_again_can_be_altered_and_says_both() {
        acme = restatedAs(billed("1"));
        Termination elected = elect();
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());
        restated(billed("1200"));
        confirmed();
        recalculating().recalculate(elected.reference(), FINANCE);

        approving().approve(elected.reference(), Map.of("EUR", new BigDecimal("800.00")), "A credit note", FINANCE);
        Termination agreed = approving().approveAltered(elected.reference(), null, CFO);

        assertThat(agreed.isApprovedLower()).isTrue();
        assertThat(letter(elected, "approved"))
                .contains(
                        "the refund was calculated at 0.80 EUR, tax included.",
                        "and the refund recalculated: 958.52 EUR, tax included.",
                        "The approved refund differs from that. The reason for the difference: A credit note");
        paying().paid(elected.reference(), paidToday(), FINANCE);
        Termination paid = terminations.getByReference(elected.reference());
        assertThat(RefundStatement.refunded(paid))
                .containsExactly(
                        "952.00 EUR, paid on 2 March 2026 (UTC). Calculated when you terminated: 0.80 EUR; calculated again:"
                                + " 958.52 EUR (both with tax). The statement gives the reason for the difference.");
        assertThat(Language.DE.speak(() -> RefundStatement.refunded(paid)))
                .containsExactly(
                        "952,00 EUR, gezahlt am 2. März 2026 (UTC). Bei Ihrer Kündigung berechnet: 0,80 EUR; neu berechnet:"
                                + " 958,52 EUR (jeweils mit Steuer). Den Grund der Abweichung nennt die Abrechnung.");
    }

    @Test
    void an_altered_refund_is_not_approved_either_once_more_is_confirmed() {
        Termination elected = elect();
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());
        approving().approve(elected.reference(), Map.of("EUR", new BigDecimal("500.00")), "A credit note", FINANCE);
        restated(billed("2400"));
        confirmed();

        refused(
                () -> approving().approveAltered(elected.reference(), null, CFO),
                "On the customer data confirmed now, more would be refunded. Please send it back");
        approving().sendBack(elected.reference(), "More was paid", CFO);

        assertThat(recalculating().recalculate(elected.reference(), CFO).due())
                .containsEntry("EUR", new BigDecimal("1917.04"));
    }

    @Test
    void calculating_again_takes_nothing_back() {
        Termination elected = elect();
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());

        restated(billed("600"));
        confirmed();

        refused(
                () -> recalculating().recalculate(elected.reference(), FINANCE),
                "Calculated again on the customer data confirmed now, less would be refunded than the customer was told.");
    }

    @Test
    void what_the_customer_was_told_takes_a_reason_and_a_second_person_once_less_is_confirmed() {
        Termination elected = elect();
        String told = elected.worksheet().totals().get(0).net().toPlainString();
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());
        restated(billed("600"));
        confirmed();

        refused(
                () -> approving().approve(elected.reference(), Map.of(), null, FINANCE),
                "On the customer data confirmed now, the refund would be 402.74 EUR before tax (479.26 EUR with tax). Choose to approve"
                        + " another amount, state it before tax (the calculated one is possible), and say why; a second person"
                        + " of finance then decides.");
        Termination stated =
                approving().approve(elected.reference(), Map.of("EUR", new BigDecimal(told)), "As told", FINANCE);
        assertThat(stated.state()).isEqualTo(TerminationState.ALTERED);
        refused(() -> approving().approveAltered(elected.reference(), null, FINANCE), "You altered this refund");
        Termination agreed = approving().approveAltered(elected.reference(), null, CFO);

        assertThat(agreed.due()).isEqualTo(elected.due());
        assertThat(agreed.isApprovedLower()).isFalse();
        assertThat(RefundStatement.refunded(agreed)).as("nothing differs").containsExactly("none was due");
        assertThat(letter(elected, "approved"))
                .contains("The amount is approved as it was calculated, 958.52 EUR, tax included. The reason: As told")
                .doesNotContain("This is not the amount");
    }

    @Test
    void an_order_put_right_to_another_currency_is_calculated_again_and_takes_a_second_person() {
        acme = restatedAs(billed("1200"));
        Termination elected = elect();
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());
        restated(billed("1000", "CHF"));
        confirmed();

        refused(
                () -> approving().approve(elected.reference(), Map.of(), null, FINANCE),
                "On the customer data confirmed now, more would be refunded. Please calculate the refund again");
        Termination again = recalculating().recalculate(elected.reference(), FINANCE);
        assertThat(again.due()).isEqualTo(Map.of("CHF", new BigDecimal("798.76")));
        refused(
                () -> approving().approve(elected.reference(), Map.of(), null, FINANCE),
                "Less would be refunded than the customer was told, which was 958.52 EUR with tax.");
        BigDecimal net = again.worksheet().totals().get(0).net();
        approving().approve(elected.reference(), Map.of("CHF", net), "The order is in francs", FINANCE);
        Termination agreed = approving().approveAltered(elected.reference(), null, CFO);

        assertThat(agreed.due()).isEqualTo(Map.of("CHF", new BigDecimal("798.76")));
        assertThat(agreed.isApprovedLower()).as("its customer may answer").isTrue();
        assertThat(letter(elected, "approved"))
                .contains(
                        "the refund was calculated at 958.52 EUR, tax included.",
                        "The amount is approved as it was calculated, 798.76 CHF, tax included. The reason: The order is in francs");
    }

    @Test
    void units_that_were_used_since_the_choice_are_given_back_all_the_same() {
        acme = restatedAs(units(4, "10"));
        Termination elected = elect();
        assertThat(elected.worksheet().totals().get(0).net()).isEqualTo("6.00");
        rooms.getBean(TerminationRooms.InCase.class).open.add(acme.id());

        restated(units(7, "1000"));
        confirmed();

        assertThat(recalculating()
                        .recalculate(elected.reference(), FINANCE)
                        .worksheet()
                        .totals()
                        .get(0)
                        .net())
                .isEqualTo("600.00");
    }

    private static ImportedOrder units(long used, String net) {
        return new ImportedOrder(
                "O-1",
                "Suite",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                BigDecimal.ZERO,
                "EUR",
                List.of(line(
                        "L-1",
                        "unit",
                        payment(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), net, "0", 10L, used))));
    }

    private static ImportedOrder billed(String net) {
        return billed(net, "EUR");
    }

    private static ImportedOrder billed(String net, String currency) {
        return new ImportedOrder(
                "O-1",
                "Suite",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new BigDecimal(net),
                currency,
                List.of(line(
                        "L-1",
                        "time",
                        payment(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), net, "19", null, null))));
    }

    /** The customer with nothing but that order. */
    private Customer restatedAs(ImportedOrder order) {
        restated(order);
        confirmed();
        return rooms.getBean(Customers.class).find(acme.id()).orElseThrow();
    }

    private void restated(ImportedOrder order) {
        rooms.getBean(ImportingCustomers.class)
                .importInto(
                        "opsticket",
                        List.of(new ImportedCustomer(
                                acme.externalId(), acme.name(), "enterprise", olga(), List.of(order), null)),
                        ADMIN);
    }

    private void confirmed() {
        rooms.getBean(ConfirmingCustomerChange.class)
                .confirm(
                        acme.id(),
                        rooms.getBean(Customers.class)
                                .find(acme.id())
                                .orElseThrow()
                                .revision(),
                        new Actor("ada", Set.of(Role.ADMIN)));
    }

    private static RecalculatingRefund recalculating() {
        return rooms.getBean(RecalculatingRefund.class);
    }

    @Test
    void where_nothing_was_paid_finance_confirms_what_one_person_changed_and_can_alter_nothing() {
        acme = imported("N-" + objections, List.of(unpaid()));
        ledger().known.add(changed("orders/O-1/prepaid", "2026-01-15T12:00:00Z"));

        Termination elected = elect();

        assertThat(elected.state()).isEqualTo(TerminationState.CALCULATED);
        assertThat(approving().obstacleToAltering(elected))
                .hasValueSatisfying(why -> assertThat(why.english())
                        .startsWith("No other amount can be approved here: nothing is stated as paid for what ends"));
        assertThat(approving()
                        .approve(elected.reference(), Map.of(), null, FINANCE)
                        .state())
                .isEqualTo(TerminationState.NOTHING_DUE);
    }

    @Test
    void where_nothing_was_paid_and_nobody_changed_anything_no_refund_waits_for_nobody() {
        acme = imported("N-" + objections, List.of(unpaid()));
        ledger().known.add(changed("name", "2026-01-15T12:00:00Z"));

        Termination elected = elect();

        assertThat(elected.state()).isEqualTo(TerminationState.NOTHING_DUE);
        assertThat(elected.isDisputable()).isTrue();
        assertThat(letter(elected, "elected")).contains("No refund is due. ").doesNotContain("As calculated");
        refused(
                () -> approving().approve(elected.reference(), Map.of(), null, FINANCE),
                "The termination " + elected.reference()
                        + " cannot be approved now: it is without a refund to be paid.");
        assertThat(confirming().confirm(elected.reference()).state()).isEqualTo(TerminationState.CONFIRMED);
    }

    private static ImportedOrder unpaid() {
        return new ImportedOrder(
                "O-1", "Suite", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), BigDecimal.ZERO, "EUR");
    }

    /** By one person. */
    private static Recorded changed(String field, String at) {
        return new Recorded(
                1,
                "customers.changed",
                "customer:7",
                "admin",
                Instant.parse(at),
                "",
                new TreeMap<>(Map.of("unconfirmed", "false")),
                1L,
                null,
                List.of(new RecordedChange(field, Value.of("1"), Value.of("2"))));
    }

    private static TerminationRooms.KindsOfEntries ledger() {
        return rooms.getBean(TerminationRooms.KindsOfEntries.class);
    }

    private static String letter(Termination termination, String word) {
        return rooms.getBean(Mailings.class)
                .byKey("termination/" + termination.reference() + "/" + word)
                .orElseThrow()
                .letter()
                .text();
    }

    // ---- an invoice that is stated more than once

    @Test
    void an_invoice_is_refunded_once_under_whatever_order_it_is_stated_and_another_customers_refund_lowers_none() {
        String invoice = "Inv-" + objections;
        acme = imported("A-" + objections, List.of(ahead("O-1", part("L-1", invoice, "1200"))));
        Termination first = elect();
        assertThat(first.due()).isEqualTo(Map.of("EUR", new BigDecimal("1428.00")));

        acme = imported(
                "A-" + objections,
                List.of(
                        ahead("O-1", part("L-1", invoice, "1200")),
                        ahead("O-2", part("L-1", invoice.toUpperCase(Locale.ROOT), "1200"))));
        Worksheet again = preview(Election.ofWhole("O-2", END_OF_APRIL));
        assertThat(again.lines().get(0).paidFormula())
                .isEqualTo("1,200.00 EUR billed − 1,200.00 refunded with an earlier termination = 0.00 EUR paid");
        assertThat(again.totals().get(0).gross()).isEqualByComparingTo("0");
        assertThat(again.remark())
                .isEqualTo("Nothing is refunded, because what was paid of these invoices was refunded with an earlier"
                        + " termination.");

        imported("A-" + objections, List.of(ahead("O-1"), ahead("O-2")));
        acme = imported("B-" + objections, List.of(ahead("O-1", part("L-1", "INV - " + objections, "1200"))));
        objection = objection + "-2";
        Termination second = elect();
        assertThat(second.due()).isEqualTo(Map.of("EUR", new BigDecimal("1428.00")));
        assertThat(rooms.getBean(ReadingOtherRefunds.class).of(second))
                .extracting(
                        ReadingOtherRefunds.Other::invoice,
                        each -> each.other().reference(),
                        ReadingOtherRefunds.Other::orders,
                        ReadingOtherRefunds.Other::net)
                .containsExactly(
                        tuple("INV - " + objections, first.reference(), List.of("O-1"), new BigDecimal("1200.00")));
    }

    @Test
    void whoever_judges_the_first_refund_of_an_invoice_reads_that_another_customer_has_it_as_well() {
        String invoice = "Inv-" + objections;
        acme = imported("A-" + objections, List.of(ahead("O-1", part("L-1", invoice, "1200"))));
        Termination first = elect();
        InvoiceHolders shared = (register, invoices) -> invoices.stream()
                .filter(InvoiceNumber.key(invoice)::equals)
                .flatMap(key -> Stream.of(
                        new InvoiceHolders.Holder(key, acme.id(), acme.externalId()),
                        new InvoiceHolders.Holder(key, 4711, "T-1")))
                .toList();

        assertThat(new ReadingOtherRefunds(terminations, shared).holders(first))
                .isEqualTo(Map.of(invoice, Set.of(4711L)));
        assertThat(rooms.getBean(ReadingOtherRefunds.class).holders(first)).isEmpty();
    }

    @Test
    void another_line_of_an_invoice_is_refunded_and_one_that_is_added_afterwards_is_not() {
        String invoice = "Inv-" + objections;
        acme = imported(
                "A-" + objections, List.of(ahead("O-1", part("L-1", invoice, "1200"), part("L-2", invoice, "300"))));
        elect(new Election("O-1", List.of("L-1"), END_OF_APRIL));

        Worksheet rest = preview(new Election("O-1", List.of("L-2"), END_OF_APRIL));
        assertThat(rest.totals().get(0).net()).isEqualTo("300.00");

        acme = imported(
                "A-" + objections,
                List.of(ahead(
                        "O-1",
                        part("L-1", invoice, "1200"),
                        part("L-2", invoice, "300"),
                        part("L-3", invoice, "1200"))));
        Worksheet more = preview(new Election("O-1", List.of("L-2", "L-3"), END_OF_APRIL));
        assertThat(more.totals().get(0).net()).isEqualTo("300.00");
        assertThat(more.totals().get(0).paid()).isEqualTo("300.00");
    }

    @Test
    void of_an_invoice_whose_refund_was_altered_what_is_given_back_counts() {
        String invoice = "Inv-" + objections;
        acme = imported("A-" + objections, List.of(ahead("O-1", part("L-1", invoice, "1200"))));
        Termination first = elect();
        approving().approve(first.reference(), Map.of("EUR", new BigDecimal("200")), "Because", FINANCE);

        acme = imported(
                "A-" + objections,
                List.of(ahead("O-1", part("L-1", invoice, "1200")), ahead("O-2", part("L-1", invoice, "1200"))));

        assertThat(preview(Election.ofWhole("O-2", END_OF_APRIL))
                        .totals()
                        .get(0)
                        .net())
                .isEqualTo("1000.00");
    }

    /** All of what was paid is for the time after the end of April. */
    private static ImportedLine part(String line, String invoice, String net) {
        LocalDate begins = LocalDate.of(2026, 7, 1);
        return line(
                line,
                "time",
                new ImportedPayment(
                        invoice,
                        LocalDate.of(2026, 1, 1),
                        begins,
                        LocalDate.of(2026, 12, 31),
                        new BigDecimal(net),
                        null,
                        null,
                        null,
                        new BigDecimal("19"),
                        null,
                        null,
                        null));
    }

    private static ImportedOrder ahead(String id, ImportedLine... lines) {
        return new ImportedOrder(
                id,
                "Suite",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new BigDecimal("1200"),
                "EUR",
                List.of(lines));
    }

    // ---- the telling

    private Termination elect(Election... elections) {
        return elect(TerminationRooms.NOON, elections);
    }

    private Termination elect(Instant at, Election... elections) {
        return recording()
                .record(
                        objection,
                        "OPSTICKET-2026-0001",
                        "opsticket",
                        policy(),
                        acme.id(),
                        List.of(elections),
                        any -> contact(),
                        at);
    }

    private Termination elect() {
        return elect(Election.ofWhole("O-1", END_OF_APRIL));
    }

    private Worksheet preview(Election... elections) {
        return rooms.getBean(CalculatingRefund.class)
                .preview(acme.id(), "opsticket", policy(), List.of(elections), TerminationRooms.NOON);
    }

    private List<EndWindow> windows() {
        return rooms.getBean(CalculatingRefund.class).windows(acme.id(), "opsticket", policy(), TerminationRooms.NOON);
    }

    private static int policy() {
        return rooms.getBean(Registers.class).getById("opsticket").policy().version();
    }

    private long contact() {
        return acme.contacts().get(0).id();
    }

    private List<Payout> paidToday() {
        return List.of(new Payout("EUR", "SEPA-" + objection, TODAY));
    }

    private static RecordingElection recording() {
        return rooms.getBean(RecordingElection.class);
    }

    private static ApprovingRefund approving() {
        return rooms.getBean(ApprovingRefund.class);
    }

    private static PayingRefund paying() {
        return rooms.getBean(PayingRefund.class);
    }

    private static ConfirmingTermination confirming() {
        return rooms.getBean(ConfirmingTermination.class);
    }

    private static ReadingSentBack sentBack() {
        return rooms.getBean(ReadingSentBack.class);
    }

    private static Entry last(String kind) {
        return ledger().entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Recorded recorded(Entry entry) {
        return new Recorded(
                1,
                entry.kind(),
                entry.subject(),
                entry.actor(),
                entry.at(),
                "",
                entry.content(),
                null,
                null,
                List.of());
    }

    private static List<String> kinds() {
        return rooms.getBean(TerminationRooms.KindsOfEntries.class).kinds;
    }

    private static void refused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).isInstanceOf(Refused.class).hasMessageContaining(sentence);
    }

    private static void refusedField(String reference, String currency, String amount, String sentence) {
        assertThatThrownBy(() ->
                        approving().approve(reference, Map.of(currency, new BigDecimal(amount)), "Because", FINANCE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly("amounts." + currency))
                .hasMessageContaining(sentence);
    }

    private static List<String> fields(ThrowingCallable step) {
        try {
            step.call();
            return List.of();
        } catch (Refused refused) {
            return refused.problems().stream().map(FieldProblem::field).toList();
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<ImportedContact> olga() {
        return List.of(
                new ImportedContact("Olga", "olga@acme.example.com", List.of("owner")),
                new ImportedContact("Dora", "dora@acme.example.com", List.of("privacy")));
    }

    private static Customer imported(String id) {
        return imported(id, orders());
    }

    /** O-1 a year in euros, O-2 two lines in yen until the end of March, O-3 over, O-4 not yet begun. */
    private static List<ImportedOrder> orders() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate year = LocalDate.of(2026, 12, 31);
        LocalDate march = LocalDate.of(2026, 3, 31);
        return List.of(
                new ImportedOrder(
                        "O-1",
                        "Suite",
                        first,
                        year,
                        new BigDecimal("1200"),
                        "EUR",
                        List.of(line("L-1", "time", payment(first, year, "1200", "19", null, null)))),
                new ImportedOrder(
                        "O-2",
                        "Packs",
                        first,
                        march,
                        new BigDecimal("39000"),
                        "JPY",
                        List.of(
                                line("L-1", "time", payment(first, march, "9000", "10", null, null)),
                                line("L-2", "unit", payment(first, march, "30000", "0", 10L, 5L)))),
                new ImportedOrder("O-3", "Old", first, LocalDate.of(2026, 1, 31), BigDecimal.TEN, "EUR"),
                new ImportedOrder(
                        "O-4", "Next", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), BigDecimal.TEN, "EUR"));
    }

    /** All of them are Acme; somebody else confirms that each is a customer of its own. */
    private static Customer imported(String id, List<ImportedOrder> orders) {
        rooms.getBean(ImportingCustomers.class)
                .importInto(
                        "opsticket",
                        List.of(new ImportedCustomer(id, "Acme", "enterprise", olga(), orders, null)),
                        ADMIN);
        Customer added = rooms.getBean(Customers.class).find("opsticket", id).orElseThrow();
        if (rooms.getBean(UnconfirmedChanges.class).of(added.id()).isPresent()) {
            rooms.getBean(ConfirmingCustomerChange.class).confirm(added.id(), added.revision(), ADA);
        }
        return added;
    }

    private static ImportedLine line(String id, String pricing, ImportedPayment payment) {
        return new ImportedLine(id, "Line " + id, pricing, List.of(payment));
    }

    private static ImportedPayment payment(
            LocalDate begins, LocalDate ends, String net, String rate, Long bought, Long used) {
        return new ImportedPayment(
                "I-" + objections,
                begins,
                begins,
                ends,
                new BigDecimal(net),
                null,
                null,
                null,
                new BigDecimal(rate),
                "card ending 4242",
                bought,
                used);
    }
}
