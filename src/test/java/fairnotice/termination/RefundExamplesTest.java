package fairnotice.termination;

import static fairnotice.termination.Leaving.customer;
import static fairnotice.termination.Leaving.later;
import static fairnotice.termination.Leaving.line;
import static fairnotice.termination.Leaving.order;
import static fairnotice.termination.Leaving.terms;
import static fairnotice.termination.Leaving.time;
import static fairnotice.termination.Leaving.units;
import static fairnotice.termination.Leaving.unpaid;
import static fairnotice.termination.Leaving.worksheet;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Pricing;
import fairnotice.refusal.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refunds worked out by hand, to the cent. */
class RefundExamplesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final LocalDate END_OF_APRIL = LocalDate.of(2026, 4, 30);

    @Test
    void a_year_ended_after_120_days_gives_245_days_back() {
        Worksheet sheet = worksheet(
                terms(true, false),
                customer(new Order("O-1", "Suite", FIRST, LAST, new BigDecimal("1200.00"), "EUR")),
                Election.ofWhole("O-1", END_OF_APRIL));

        Worksheet.Line line = sheet.lines().get(0);
        assertThat(line.refund()).isEqualTo("805.48");
        assertThat(line.used()).isEqualTo("394.52");
        assertThat(line.paidFormula()).isEqualTo("1,200.00 EUR billed and paid");
        assertThat(line.formula()).isEqualTo("1,200.00 EUR × 245 of 365 days = 805.48 EUR");
        assertThat(sheet.remark()).isNull();
    }

    @Test
    void a_german_reads_how_it_comes_about_in_german_and_the_english_that_was_kept_stays() {
        Customer whole = customer(new Order("O-1", "Suite", FIRST, LAST, new BigDecimal("1200.00"), "EUR"));
        Customer open = customer(
                order("O-1", "EUR", FIRST, LAST, line("L-1", Pricing.TIME, unpaid("I-2", FIRST, LAST, "1200.00"))));
        Election end = Election.ofWhole("O-1", END_OF_APRIL);
        Worksheet refunded = worksheet(terms(true, false), whole, end);
        Worksheet none = worksheet(terms(false, false), whole, end);
        Worksheet unpaid = worksheet(terms(true, false), open, end);

        Language.DE.speak(() -> {
            assertThat(refunded.paidInWords(refunded.lines().get(0)))
                    .isEqualTo("1.200,00 EUR in Rechnung gestellt und bezahlt");
            assertThat(refunded.refundInWords(refunded.lines().get(0)))
                    .isEqualTo("1.200,00 EUR × 245 von 365 Tagen = 805,48 EUR");
            assertThat(refunded.remarkInWords()).isNull();
            assertThat(none.refundInWords(none.lines().get(0)))
                    .isEqualTo("1.200,00 EUR × 245 von 365 Tagen = 805,48 EUR nicht verbraucht; die Regelung sieht"
                            + " keine Erstattung vor: 0,00 EUR");
            assertThat(none.remarkInWords())
                    .isEqualTo("Es wird nichts erstattet, denn die Regelung (DPA §05) sieht bei Kündigung einer"
                            + " Bestellung keine Erstattung vor.");
            assertThat(unpaid.outstandingInWords(unpaid.outstanding().get(0)))
                    .isEqualTo("1.200,00 EUR in Rechnung gestellt und nicht bezahlt; auf die Zeit nach dem Ende"
                            + " entfallen 1.200,00 EUR × 245 von 365 Tagen = 805,48 EUR, davon werden 805,48 EUR"
                            + " erlassen; 394,52 EUR bleiben zu zahlen");
            return refunded;
        });
        assertThat(refunded.refundInWords(refunded.lines().get(0)))
                .isEqualTo(refunded.lines().get(0).formula());
        assertThat(unpaid.outstandingInWords(unpaid.outstanding().get(0)))
                .isEqualTo(unpaid.outstanding().get(0).formula());
        assertThat(none.remarkInWords()).isEqualTo(none.remark());
    }

    @Test
    void the_29th_of_february_is_a_day_and_years_are_not_alike() {
        LocalDate begins = LocalDate.of(2027, 1, 1);
        LocalDate ends = LocalDate.of(2029, 12, 31);
        OrderLine line = line("L-1", Pricing.TIME, time("I-1", begins, ends, "1096.00"));

        Worksheet sheet = worksheet(
                terms(true, false),
                customer(order("O-1", "EUR", begins, ends, line)),
                Election.ofWhole("O-1", LocalDate.of(2028, 2, 28)));

        assertThat(sheet.lines().get(0).formula()).isEqualTo("1,096.00 EUR × 672 of 1,096 days = 672.00 EUR");
    }

    @Test
    void what_is_said_to_be_paid_after_the_termination_is_not_paid() {
        Worksheet sheet = worksheet(
                terms(true, false),
                customer(order(
                        "O-1", "EUR", FIRST, LAST, line("L-1", Pricing.TIME, later("I-1", FIRST, LAST, "1200.00")))),
                Election.ofWhole("O-1", END_OF_APRIL));

        assertThat(sheet.isRefundDue()).isFalse();
        assertThat(sheet.outstanding().get(0).open()).isEqualTo("1200.00");
    }

    @Test
    void discount_credit_and_an_earlier_refund_lower_the_base() {
        OrderLine line =
                line("L-1", Pricing.TIME, time("I-1", FIRST, LAST, "1500.00", "200.00", "100.00", "50.00", "19"));

        Worksheet sheet = worksheet(
                terms(true, false),
                customer(order("O-1", "EUR", FIRST, LAST, line)),
                Election.ofWhole("O-1", END_OF_APRIL));

        assertThat(sheet.lines().get(0).paidFormula())
                .isEqualTo("1,500.00 EUR billed − 200.00 discount − 100.00 credited earlier − 50.00 refunded earlier"
                        + " = 1,150.00 EUR paid");
        assertThat(sheet.totals().get(0))
                .isEqualTo(new Worksheet.Total(
                        "EUR",
                        new BigDecimal("1150.00"),
                        new BigDecimal("378.08"),
                        new BigDecimal("771.92"),
                        new BigDecimal("146.66"),
                        new BigDecimal("918.58")));
    }

    @Test
    void tax_is_shown_for_each_invoice_at_its_own_rate() {
        Customer customer = customer(order(
                "O-1",
                "EUR",
                FIRST,
                LAST,
                line(
                        "L-1",
                        Pricing.TIME,
                        time("I-1", FIRST, LocalDate.of(2026, 6, 30), "181.00", "0", "0", "0", "19"),
                        time("I-2", LocalDate.of(2026, 7, 1), LAST, "184.00", "0", "0", "0", "7")),
                line("L-2", Pricing.TIME, time("I-1", FIRST, LAST, "365.00", "0", "0", "0", "19"))));

        Worksheet sheet = worksheet(terms(true, false), customer, Election.ofWhole("O-1", END_OF_APRIL));

        assertThat(sheet.creditNotes())
                .extracting(note -> note.invoice() + ": " + note.net() + " + " + note.taxRate() + " % " + note.tax()
                        + " = " + note.gross())
                .containsExactly("I-1: 306.00 + 19 % 58.14 = 364.14", "I-2: 184.00 + 7 % 12.88 = 196.88");
    }

    @Test
    void units_not_used_up_are_given_back_and_lapse_with_their_period() {
        Customer customer = customer(order(
                "O-1",
                "KWD",
                FIRST,
                LAST,
                line(
                        "L-1",
                        Pricing.UNIT,
                        units("I-1", FIRST, LocalDate.of(2026, 3, 31), 100, 10, "50.000"),
                        units("I-2", LocalDate.of(2026, 4, 1), LAST, 300, 100, "100.000"))));

        Worksheet sheet = worksheet(terms(true, false), customer, Election.ofWhole("O-1", END_OF_APRIL));

        assertThat(sheet.lines())
                .extracting(Worksheet.Line::formula)
                .containsExactly(
                        "its period ends by the last day; units not used by then lapse: 0.000 KWD",
                        "100.000 KWD × 200 of 300 units = 66.667 KWD");
    }

    @Test
    void yen_have_no_cents() {
        Worksheet sheet = worksheet(
                terms(true, false),
                customer(new Order("O-1", "Suite", FIRST, LAST, new BigDecimal("4200000"), "JPY")),
                Election.ofWhole("O-1", END_OF_APRIL));

        assertThat(sheet.lines().get(0).formula()).isEqualTo("4,200,000 JPY × 245 of 365 days = 2,819,178 JPY");
    }

    @Test
    void an_unpaid_invoice_refunds_nothing_and_what_lies_after_the_end_is_waived_or_stays_payable() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        Customer customer = customer(order(
                "O-1",
                "EUR",
                FIRST,
                LAST,
                line(
                        "L-1",
                        Pricing.TIME,
                        time("I-1", FIRST, LocalDate.of(2026, 6, 30), "181.00"),
                        unpaid("I-2", july, LAST, "184.00"))));
        Election end = Election.ofWhole("O-1", LocalDate.of(2026, 7, 31));

        Worksheet.OutstandingFee waived =
                worksheet(terms(true, false), customer, end).outstanding().get(0);
        Worksheet.OutstandingFee payable =
                worksheet(terms(true, true), customer, end).outstanding().get(0);

        assertThat(waived.payable()).isEqualTo("31.00");
        assertThat(waived.waived()).isEqualTo("153.00");
        assertThat(waived.formula())
                .isEqualTo("184.00 EUR billed and not paid; after the end 184.00 EUR × 153 of 184 days = 153.00 EUR,"
                        + " of which 153.00 EUR is waived; 31.00 EUR stays payable");
        assertThat(payable.payable()).isEqualTo("184.00");
        assertThat(payable.waived()).isEqualTo("0.00");
        assertThat(worksheet(terms(true, false), customer, end).isRefundDue()).isFalse();
    }

    @Test
    void a_policy_without_refund_gives_nothing_and_says_why() {
        Worksheet sheet = worksheet(
                terms(false, false),
                customer(new Order("O-1", "Suite", FIRST, LAST, new BigDecimal("1200.00"), "EUR")),
                Election.ofWhole("O-1", END_OF_APRIL));

        assertThat(sheet.isRefundDue()).isFalse();
        assertThat(sheet.lines().get(0).refund()).isEqualTo("0.00");
        assertThat(sheet.lines().get(0).formula())
                .isEqualTo("1,200.00 EUR × 245 of 365 days = 805.48 EUR unused; the policy gives no refund: 0.00 EUR");
        assertThat(sheet.remark())
                .isEqualTo("Nothing is refunded, because the policy (DPA §05) gives no refund when an order is ended.");
    }

    @Test
    void several_currencies_are_never_added() {
        Worksheet sheet = worksheet(
                terms(true, false),
                customer(
                        new Order("O-1", "Suite", FIRST, LAST, new BigDecimal("365.00"), "EUR"),
                        new Order("O-2", "Suite", FIRST, LAST, new BigDecimal("365"), "JPY")),
                Election.ofWhole("O-1", END_OF_APRIL),
                Election.ofWhole("O-2", END_OF_APRIL));

        assertThat(sheet.totals())
                .extracting(total -> total.gross() + " " + total.currency())
                .containsExactly("245.00 EUR", "245 JPY");
        assertThat(sheet.elections()).extracting(Election::order).isEqualTo(List.of("O-1", "O-2"));
    }
}
