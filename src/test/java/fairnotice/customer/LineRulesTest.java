package fairnotice.customer;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedLine.ImportedPayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0, 0, 19, ",
        "100, 40, 30, 30, 0, ",
        "0, 0, 0, 0, 100, ",
        "100, -1, 0, 0, 19, discount",
        "100, 101, 0, 0, 19, discount",
        "100, 60, 41, 0, 19, credited",
        "100, 60, 40, 0.01, 19, refunded",
        "-1, 0, 0, 0, 19, net",
        "100.001, 0, 0, 0, 19, net",
        "100, 0.001, 0, 0, 19, discount",
        "1e-999999999, 0, 0, 0, 19, net",
        "100, 1e-999999999, 0, 0, 19, discount",
        "1e999999999, 0, 0, 0, 19, net",
        "100, 0, 0, 0, -1, taxRate",
        "100, 0, 0, 0, 100.01, taxRate",
        "100, 0, 0, 0, 19.00001, taxRate",
        "100, 0, 0, 0, 1e999999999, taxRate",
    })
    void amounts_are_payable_and_nothing_is_taken_off_that_was_not_billed(
            BigDecimal net,
            BigDecimal discount,
            BigDecimal credited,
            BigDecimal refunded,
            BigDecimal rate,
            String wrong) {
        var payment = new ImportedPayment(
                "I-1", FIRST, FIRST, LAST, net, discount, credited, refunded, rate, null, null, null);

        assertThat(problems("time", payment)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2027-12-31, ",
        "2026-05-05, 2026-05-05, ",
        "2026-05-05, 2026-05-04, ends",
        "2025-12-31, 2026-05-04, begins",
        "2026-05-05, 2028-01-01, ends",
        ", 2026-05-05, begins",
        "2026-05-05, , ends",
    })
    void a_period_lies_within_its_order(LocalDate begins, LocalDate ends, String wrong) {
        assertThat(problems("time", period(begins, ends))).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, ", "2026-07-01, paidOn", "2150-01-01, paidOn", ", "})
    void nothing_was_paid_in_the_future(LocalDate paidOn, String wrong) {
        var payment = new ImportedPayment(
                "I-1", paidOn, FIRST, LAST, BigDecimal.TEN, null, null, null, null, null, null, null);

        assertThat(problems("time", payment)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @Test
    void periods_of_one_line_do_not_overlap() {
        var whole = period(FIRST, LAST);
        var spring = period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31));
        var june = period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
        var lastOfMay = period(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 5, 31));

        assertThat(problems("time", june, spring)).isEmpty();
        assertThat(problems("time", june, spring, lastOfMay)).containsExactly("payments[3].begins");
        assertThat(problems("time", whole, spring, june)).containsExactly("payments[2].begins", "payments[3].begins");
    }

    @ParameterizedTest
    @CsvSource({
        "unit, 10, 0, ",
        "unit, 10, 10, ",
        "unit, 10, 11, unitsUsed",
        "unit, 10, -1, unitsUsed",
        "unit, 0, 0, unitsBought",
        "unit, 9000000000000, 0, unitsBought",
        "unit, , 0, unitsBought",
        "unit, 10, , unitsUsed",
        "time, , , ",
        "time, 10, , unitsBought",
        "time, , 1, unitsUsed",
    })
    void units_are_stated_where_a_line_is_priced_by_them(String pricing, Long bought, Long used, String wrong) {
        var payment = new ImportedPayment(
                "I-1", FIRST, FIRST, LAST, BigDecimal.TEN, null, null, null, null, null, bought, used);

        assertThat(problems(pricing, payment)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @Test
    void lists_and_texts_have_a_bound() {
        var monthly =
                IntStream.range(0, 241).mapToObj(i -> period(FIRST, FIRST)).toArray(ImportedPayment[]::new);
        var many = IntStream.range(0, 101)
                .mapToObj(i -> new ImportedLine("L-" + i, "Seats", "time", List.of(period(FIRST, LAST))))
                .toList();
        var bad = new ImportedLine("L-1", "x".repeat(201), "weight", List.of());

        assertThat(problems("time", monthly)).containsExactly("payments");
        assertThat(fields(many)).containsExactly("orders[1].lines");
        assertThat(fields(List.of(bad)))
                .containsExactly(
                        "orders[1].lines[1].description", "orders[1].lines[1].pricing", "orders[1].lines[1].payments");
        assertThat(fields(List.of(line("time", period(FIRST, LAST)), line("time", period(FIRST, LAST)))))
                .containsExactly("orders[1].lines[2].id");
    }

    @Test
    void every_problem_is_a_sentence() {
        var wrong = new ImportedPayment(
                "<b>",
                FIRST,
                LAST,
                FIRST,
                new BigDecimal("-1.234"),
                new BigDecimal("-1"),
                new BigDecimal("-1"),
                new BigDecimal("-1"),
                new BigDecimal("200"),
                "a\nb",
                1L,
                2L);

        assertThat(ImportRules.problemsOf(List.of(customer(List.of(line("gold", wrong)))), TODAY))
                .hasSizeGreaterThan(9)
                .allSatisfy(problem -> assertThat(problem.phrase().english()).matches("[A-Z].*\\."));
    }

    private static ImportedPayment period(LocalDate begins, LocalDate ends) {
        return new ImportedPayment(
                "I-1", FIRST, begins, ends, BigDecimal.TEN, null, null, null, null, null, null, null);
    }

    private static ImportedLine line(String pricing, ImportedPayment... payments) {
        return new ImportedLine("L-1", "Seats", pricing, List.of(payments));
    }

    private static List<String> problems(String pricing, ImportedPayment... payments) {
        String prefix = "orders\\[1]\\.lines\\[1]\\.(payments\\[1]\\.)?";
        return fields(List.of(line(pricing, payments))).stream()
                .map(field -> field.replaceFirst(prefix, ""))
                .toList();
    }

    private static List<String> fields(List<ImportedLine> lines) {
        return ImportRules.problemsOf(List.of(customer(lines)), TODAY).stream()
                .map(ImportRefused.Problem::field)
                .toList();
    }

    private static ImportedCustomer customer(List<ImportedLine> lines) {
        var order = new ImportedOrder("O-1", "Suite", FIRST, LAST, BigDecimal.TEN, "EUR", lines);
        return new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                List.of(new ImportedContact("Olga", "o@example.com", List.of("owner"))),
                List.of(order),
                null);
    }
}
