package fairnotice.termination;

import static fairnotice.termination.Leaving.customer;
import static fairnotice.termination.Leaving.line;
import static fairnotice.termination.Leaving.order;
import static fairnotice.termination.Leaving.terms;
import static fairnotice.termination.Leaving.time;
import static fairnotice.termination.Leaving.units;
import static fairnotice.termination.Leaving.worksheet;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Customer;
import fairnotice.customer.Payment;
import fairnotice.customer.Pricing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invariant 5 over ranges: never negative, never above what was paid, parts that add up, and no more back for more days used. */
class RefundRangesTest {

    private static final List<String> CURRENCIES = List.of("JPY", "EUR", "KWD", "CLF");
    private static final List<String> MAJOR = List.of("0", "1", "7", "99", "1200", "33333", "999999999999");

    private record Period(LocalDate begins, LocalDate ends) {}

    private static final List<Period> PERIODS = List.of(
            new Period(LocalDate.of(2026, 5, 5), LocalDate.of(2026, 5, 5)),
            new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
            new Period(LocalDate.of(2028, 2, 1), LocalDate.of(2028, 2, 29)),
            new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
            new Period(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31)),
            new Period(LocalDate.of(2026, 7, 17), LocalDate.of(2029, 7, 16)));

    /** What is taken off the net amount, in hundredths of it: discount, credit, refund. */
    private static final List<int[]> DEDUCTIONS =
            List.of(new int[] {0, 0, 0}, new int[] {33, 33, 33}, new int[] {0, 60, 40});

    static Stream<Arguments> payments() {
        return CURRENCIES.stream()
                .flatMap(currency -> Stream.of("1", "999999999999")
                        .flatMap(major -> PERIODS.stream()
                                .flatMap(period -> DEDUCTIONS.stream()
                                        .map(taken -> Arguments.of(currency, major, period, taken)))));
    }

    @ParameterizedTest
    @MethodSource("payments")
    void every_last_day_of_every_period_refunds_within_bounds_and_less_than_the_day_before(
            String currency, String major, Period period, int[] taken) {
        String[] amounts = amounts(currency, major, taken);
        Customer customer = customer(order(
                "O-1",
                currency,
                period.begins(),
                period.ends(),
                line("L-1", Pricing.TIME, time("I-1", period.begins(), period.ends(), amounts))));
        BigDecimal before = null;

        for (LocalDate last = period.begins(); !last.isAfter(period.ends()); last = last.plusDays(1)) {
            Worksheet sheet = worksheet(terms(true, false), customer, Election.ofWhole("O-1", last));
            holdsInvariant(sheet, currency);
            BigDecimal refund = sheet.totals().get(0).net();
            assertThat(before == null || refund.compareTo(before) <= 0).isTrue();
            before = refund;
        }

        assertThat(before).as("on the last day nothing is left").isZero();
    }

    @ParameterizedTest
    @MethodSource("payments")
    void every_use_of_units_refunds_within_bounds_and_less_than_the_use_before(
            String currency, String major, Period period, int[] taken) {
        String[] amounts = amounts(currency, major, taken);
        LocalDate ends = period.ends().plusDays(1);
        BigDecimal before = null;
        for (long used = 0; used <= 365; used += used < 40 || used > 330 ? 1 : 29) {
            Customer customer = customer(order(
                    "O-1",
                    currency,
                    period.begins(),
                    ends,
                    line("L-1", Pricing.UNIT, units("I-1", period.begins(), ends, 371, used, amounts))));
            Worksheet sheet = worksheet(terms(true, false), customer, Election.ofWhole("O-1", period.begins()));
            holdsInvariant(sheet, currency);
            BigDecimal refund = sheet.totals().get(0).net();
            assertThat(before == null || refund.compareTo(before) <= 0).isTrue();
            before = refund;
        }
    }

    static Stream<Arguments> divisions() {
        return CURRENCIES.stream()
                .flatMap(currency -> MAJOR.stream()
                        .flatMap(major -> Stream.of(1, 2, 7, 36).map(n -> Arguments.of(currency, major, n))));
    }

    @ParameterizedTest
    @MethodSource("divisions")
    void the_lines_and_periods_of_an_order_add_up_to_its_whole(String currency, String major, int periods) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate end = first.plusMonths(periods).minusDays(1);
        List<Payment> monthly = new ArrayList<>();
        for (int month = 0; month < periods; month++) {
            LocalDate begins = first.plusMonths(month);
            monthly.add(time(
                    "I-" + month, begins, begins.plusMonths(1).minusDays(1), amounts(currency, major, new int[3])));
        }
        Customer customer = customer(order(
                "O-1",
                currency,
                first,
                end,
                line("L-1", Pricing.TIME, monthly.toArray(Payment[]::new)),
                line("L-2", Pricing.UNIT, units("I-0", first, end, 97, 13, amounts(currency, major, new int[3])))));

        for (LocalDate last = first; !last.isAfter(end); last = last.plusDays(11)) {
            Worksheet whole = worksheet(terms(true, false), customer, Election.ofWhole("O-1", last));
            Worksheet one = worksheet(terms(true, false), customer, new Election("O-1", List.of("L-1"), last));
            Worksheet other = worksheet(terms(true, false), customer, new Election("O-1", List.of("L-2"), last));

            holdsInvariant(whole, currency);
            assertThat(net(one).add(net(other))).isEqualByComparingTo(net(whole));
        }
    }

    static Stream<Arguments> alterations() {
        return CURRENCIES.stream()
                .flatMap(currency -> Stream.of(0, 1, 2, 10, 49, 50, 51, 99, 100).map(n -> Arguments.of(currency, n)));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void an_altered_refund_is_spread_over_the_invoices_to_the_minor_unit(String currency, int percent) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate end = LocalDate.of(2026, 12, 31);
        Customer customer = customer(order(
                "O-1",
                currency,
                first,
                end,
                line("L-1", Pricing.TIME, time("I-1", first, end, "1000", "0", "0", "0", "19")),
                line("L-2", Pricing.TIME, time("I-2", first, end, "333", "0", "0", "0", "7")),
                line("L-3", Pricing.TIME, time("I-3", first, end, "1", "0", "0", "0", "0"))));
        Worksheet sheet = worksheet(terms(true, false), customer, Election.ofWhole("O-1", LocalDate.of(2026, 4, 9)));
        BigDecimal altered = new BigDecimal(1334 * percent)
                .divide(BigDecimal.valueOf(100))
                .setScale(scale(currency), RoundingMode.DOWN);

        List<CreditNote> notes = CreditNotes.altered(sheet.creditNotes(), Map.of(currency, altered));

        assertThat(notes.stream().map(CreditNote::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(altered);
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.net()).isNotNegative().isLessThanOrEqualTo(note.paid());
            assertThat(note.net().scale()).isEqualTo(scale(currency));
            assertThat(note.gross()).isEqualTo(note.net().add(note.tax()));
        });
    }

    private static void holdsInvariant(Worksheet sheet, String currency) {
        for (Worksheet.Line line : sheet.lines()) {
            assertThat(line.refund()).isNotNegative().isLessThanOrEqualTo(line.paid());
            assertThat(line.used()).isNotNegative();
            assertThat(line.used().add(line.unused())).isEqualTo(line.paid());
            assertThat(line.refund().scale()).isEqualTo(scale(currency));
        }
        Worksheet.Total total = sheet.totals().get(0);
        assertThat(total.used().add(total.net())).isEqualTo(total.paid());
        assertThat(sheet.lines().stream().map(Worksheet.Line::refund).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total.net());
        assertThat(sheet.creditNotes().stream().map(CreditNote::gross).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total.gross());
    }

    private static BigDecimal net(Worksheet sheet) {
        return sheet.totals().get(0).net();
    }

    private static int scale(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** Net, discount, credited, refunded and tax rate; the net amount uses its last minor unit. */
    private static String[] amounts(String currency, String major, int[] taken) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale(currency));
        BigDecimal net = new BigDecimal(major).add(unit.multiply(BigDecimal.valueOf(scale(currency) == 0 ? 0 : 1)));
        String[] amounts = new String[5];
        amounts[0] = net.toPlainString();
        for (int i = 0; i < taken.length; i++) {
            amounts[i + 1] = net.multiply(BigDecimal.valueOf(taken[i]))
                    .divide(BigDecimal.valueOf(100))
                    .setScale(scale(currency), RoundingMode.DOWN)
                    .toPlainString();
        }
        amounts[4] = "19";
        return amounts;
    }
}
