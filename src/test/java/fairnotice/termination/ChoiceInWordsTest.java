package fairnotice.termination;

import static fairnotice.termination.Leaving.customer;
import static fairnotice.termination.Leaving.line;
import static fairnotice.termination.Leaving.order;
import static fairnotice.termination.Leaving.terms;
import static fairnotice.termination.Leaving.time;
import static fairnotice.termination.Leaving.units;
import static fairnotice.termination.Leaving.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Customer;
import fairnotice.customer.Pricing;
import fairnotice.objection.ThreadMessage;
import fairnotice.refusal.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a code for a termination says it binds to. */
class ChoiceInWordsTest {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);

    private final Customer acme = customer(order(
            "PO-1",
            "EUR",
            BEGINS,
            ENDS,
            line("A", Pricing.TIME, time("R-1", BEGINS, ENDS, "385.00", "0", "0", "20.00", "19")),
            line("B", Pricing.UNIT, units("R-2", BEGINS, ENDS, 10, 4, "100.00", "0", "0", "0", "19"))));

    /** 334 of 365 days and 6 of 10 units are left: 334.00 + 60.00 before tax, 397.46 + 71.40 with it. */
    @Test
    void every_line_of_an_order_is_the_whole_order() {
        for (Election election :
                List.of(Election.ofWhole("PO-1", LAST_DAY), new Election("PO-1", List.of("A", "B"), LAST_DAY))) {
            assertThat(inFull(true, election)).isEqualTo("""
                            terminate the orders below; a termination binds your organisation and cannot be withdrawn:

                            - PO-1, Suite: the whole order; last day of use 31 January 2026 (Europe/Berlin). \
                            Line B (B), invoice R-2: of 10 units, 4 used and 6 to be paid back; \
                            units to be paid back cannot be used once the termination is confirmed

                            How the refund is calculated, before tax (all dates are in Europe/Berlin):

                            - PO-1, Line A, invoice R-1, 1 January 2026 – 31 December 2026
                              385.00 EUR billed − 20.00 refunded earlier = 365.00 EUR paid
                              365.00 EUR × 334 of 365 days = 334.00 EUR
                            - PO-1, Line B, invoice R-2, 1 January 2026 – 31 December 2026
                              100.00 EUR billed and paid
                              100.00 EUR × 6 of 10 units = 60.00 EUR

                            Refund, tax included, as calculated today, 1 January 2026 (Europe/Berlin): 468.86 EUR. \
                            If you confirm today, OpsTicket approves or corrects it by the end of 11 January 2026 \
                            (Europe/Berlin) and pays it by the end of 21 January 2026 (Europe/Berlin).""");
        }
    }

    @Test
    void a_single_line_is_named_with_its_own_refund() {
        assertThat(inFull(true, new Election("PO-1", List.of("A"), LAST_DAY)))
                .contains(
                        "- PO-1, Suite: Line A (A); last day of use 31 January 2026 (Europe/Berlin)", ": 397.46 EUR.");
    }

    @Test
    void units_that_are_not_paid_back_stay_usable_and_an_invoice_not_yet_paid_is_named() {
        assertThat(inFull(false, Election.ofWhole("PO-1", LAST_DAY))).doesNotContain("paid back");

        Customer owing = customer(order(
                "PO-2",
                "EUR",
                BEGINS,
                ENDS,
                line("C", Pricing.TIME, unpaid("R-3", BEGINS, ENDS, "365.00", "0", "0", "0", "19"))));
        assertThat(inFull(Leaving.worksheet(terms(true, false), owing, Election.ofWhole("PO-2", LAST_DAY))))
                .contains(
                        "Invoices not yet paid, before tax (all dates are in Europe/Berlin):",
                        "- PO-2, Line C, invoice R-3",
                        "334.00 EUR is waived; 31.00 EUR stays payable");
    }

    @Test
    void it_says_why_nothing_is_refunded() {
        assertThat(inFull(false, Election.ofWhole("PO-1", LAST_DAY)))
                .contains("No refund, as calculated today, 1 January 2026 (Europe/Berlin).", "the policy (DPA §05)");
    }

    /** Once the choice is confirmed the units cannot be used; they are paid back only once the refund is paid. */
    @Test
    void units_are_to_be_paid_back_until_they_are_and_can_no_longer_be_used_from_the_confirmation_on() {
        Worksheet sheet = Leaving.worksheet(terms(true, false), acme, Election.ofWhole("PO-1", LAST_DAY));
        Termination confirmed =
                Termination.elect("TRM-2026-0001", "OBJ-2026-0001", "DEMO-2026-0001", 7, Instant.EPOCH, sheet);
        Termination approved = confirmed.approved(Approval.asCalculated("finance", Instant.EPOCH));
        Termination paid = approved.paid(List.of(new Payout("EUR", "SEPA-1", LAST_DAY)), "cfo", Instant.EPOCH);
        Termination altered = confirmed.approved(
                new Approval(Map.of("EUR", new BigDecimal("1.00")), "Used", "finance", Instant.EPOCH, null, null));
        String units = "Line B (B), invoice R-2: of 10 units, 4 used and 6 ";

        assertThat(RefundStatement.units(confirmed, "PO-1"))
                .isEqualTo(RefundStatement.units(approved, "PO-1"))
                .containsExactly(units + "to be paid back; units to be paid back can no longer be used");
        assertThat(RefundStatement.units(altered, "PO-1"))
                .as("before a second person has approved it")
                .isEqualTo(RefundStatement.units(confirmed, "PO-1"));
        assertThat(RefundStatement.units(paid, "PO-1"))
                .containsExactly(units + "paid back, for 60.00 EUR before tax; units paid back can no longer be used");
        assertThat(RefundStatement.units(altered.approvedAgain("cfo", Instant.EPOCH), "PO-1"))
                .containsExactly(units
                        + "left, which can no longer be used; for them 60.00 EUR before tax was calculated, and the refund for all"
                        + " lines together was corrected to 1.00 EUR before tax");
    }

    @Test
    void one_unit_is_one_unit() {
        Customer buyer = customer(order(
                "PO-1",
                "EUR",
                BEGINS,
                ENDS,
                line("A", Pricing.UNIT, units("R-1", BEGINS, ENDS, 1, 0, "100.00", "0", "0", "0", "19")),
                line("B", Pricing.UNIT, units("R-2", BEGINS, ENDS, 2, 1, "100.00", "0", "0", "0", "19"))));
        Worksheet sheet = Leaving.worksheet(terms(true, false), buyer, Election.ofWhole("PO-1", LAST_DAY));

        assertThat(sheet.lines())
                .extracting(Worksheet.Line::formula)
                .containsExactly("100.00 EUR × 1 of 1 unit = 100.00 EUR", "100.00 EUR × 1 of 2 units = 50.00 EUR");
        assertThat(sheet.used("EUR")).isEqualTo("50.00 EUR for 1 unit used");
        assertThat(Language.DE.speak(() -> sheet.used("EUR"))).isEqualTo("50,00 EUR für 1 verbrauchte Einheit");
        String kept = ends(sheet);
        assertThat(kept).contains("of 1 unit, 0 used and 1 to be paid back");
        for (String written : List.of(kept, kept.replace("of 1 unit,", "of 1 units,"))) {
            assertThat(Language.DE.speak(() -> KeptChoice.inWords(elected(written))))
                    .isEqualTo(Language.DE.speak(() -> ends(sheet)))
                    .contains("von 1 Einheit 0 verbraucht und 1 zu erstatten");
        }
    }

    @Test
    void units_count_as_used_when_it_was_worked_out_and_time_until_the_last_day() {
        Worksheet sheet = Leaving.worksheet(terms(true, false), acme, Election.ofWhole("PO-1", LAST_DAY));

        assertThat(sheet.used("EUR")).isEqualTo("31.00 EUR used up to the last day and 40.00 EUR for 4 units used");
        assertThat(Language.DE.speak(() -> sheet.used("EUR")))
                .isEqualTo("31,00 EUR bis zum letzten Tag verbraucht und 40,00 EUR für 4 verbrauchte Einheiten");
    }

    /** 6,000 of 10,000 units are left of the first line, 1 of 2 of the second. */
    @Test
    void a_choice_that_was_kept_in_english_is_read_in_the_language_of_its_reader() {
        Customer buyer = customer(
                order(
                        "PO-1",
                        "EUR",
                        BEGINS,
                        ENDS,
                        line("A", Pricing.UNIT, units("R-1", BEGINS, ENDS, 10000, 4000, "100.00", "0", "0", "0", "19")),
                        line("B", Pricing.UNIT, units("R-2", BEGINS, ENDS, 2, 1, "100.00", "0", "0", "0", "19"))),
                order(
                        "PO-2",
                        "EUR",
                        BEGINS,
                        ENDS,
                        line("C", Pricing.TIME, time("R-3", BEGINS, ENDS, "365.00", "0", "0", "0", "19")),
                        line("D", Pricing.TIME, time("R-4", BEGINS, ENDS, "365.00", "0", "0", "0", "19"))));
        Worksheet sheet = Leaving.worksheet(
                terms(true, false),
                buyer,
                Election.ofWhole("PO-1", LAST_DAY),
                new Election("PO-2", List.of("C"), LAST_DAY));

        String kept = ends(sheet);
        String german = Language.DE.speak(() -> ends(sheet));

        assertThat(kept).contains("the whole order", "10,000 units", "31 January 2026", "\n- PO-2, Suite: Line C (C)");
        assertThat(german).contains("die gesamte Bestellung", "10.000 Einheiten", "31. Januar 2026");
        assertThat(Language.DE.speak(() -> KeptChoice.inWords(elected(kept)))).isEqualTo(german);
        assertThat(KeptChoice.inWords(elected(kept))).isEqualTo(kept);
        assertThat(Language.DE.speak(() -> KeptChoice.inWords(elected("- an earlier wording\nof it"))))
                .isEqualTo("- an earlier wording\nof it");
    }

    private static String ends(Worksheet sheet) {
        return "- " + String.join("\n- ", sheet.ends());
    }

    private static ThreadMessage elected(String text) {
        return new ThreadMessage(
                1, Instant.EPOCH, "customer:7/contact:9", ThreadMessage.Kind.ELECTED, false, text, null);
    }

    private String inFull(boolean refund, Election election) {
        return inFull(Leaving.worksheet(terms(refund, false), acme, election));
    }

    /** Ten days to approve, and ten to pay. */
    private static String inFull(Worksheet sheet) {
        RefundDates.Due due =
                new RefundDates.Due(Instant.parse("2026-01-11T23:00:00Z"), Instant.parse("2026-01-21T23:00:00Z"));
        return ElectionInWords.inFull(sheet, ElectionInWords.refund(sheet, "OpsTicket", due));
    }
}
