package fairnotice.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "1200.00, EUR, ",
        "1200, JPY, ",
        "1.234, BHD, ",
        "0, EUR, ",
        "1200.000, EUR, ",
        "1.005, EUR, orders[1].prepaid",
        "1.5, JPY, orders[1].prepaid",
        "1e12, EUR, orders[1].prepaid",
        "1e999999999, EUR, orders[1].prepaid",
        "-0.01, EUR, orders[1].prepaid",
        "1, EURO, orders[1].currency",
        "1, eur, orders[1].currency",
        "1, XAU, orders[1].currency",
        "1, XXX, orders[1].currency",
        "1, DDM, orders[1].currency",
        "1, , orders[1].currency",
        "1.2345, CLF, ",
        "1.23456, CLF, orders[1].prepaid",
        "1200.00, HRK, ",
    })
    void money_is_what_its_currency_can_pay(BigDecimal prepaid, String currency, String refused) {
        var order = new ImportedOrder("O-1", "Seats", FIRST, LAST, prepaid, currency);

        assertThat(fields(with(order))).isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    @Test
    void an_order_does_not_end_before_it_begins() {
        assertThat(fields(with(new ImportedOrder("O-1", "Seats", LAST, FIRST, BigDecimal.ONE, "EUR"))))
                .containsExactly("orders[1].ends");
        assertThat(fields(with(new ImportedOrder("O-1", "Seats", FIRST, FIRST, BigDecimal.ONE, "EUR"))))
                .isEmpty();
        assertThat(fields(with(new ImportedOrder("O-1", "Seats", null, null, null, "EUR"))))
                .containsExactly("orders[1].begins", "orders[1].ends", "orders[1].prepaid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "a@b@example.com",
                "a b@example.com",
                "a@example.com\r\nBcc: x@example.com",
                "<a@example.com>",
                "a@exa_mple.com",
                ".a@example.com",
                "a..b@example.com",
                "a@-example.com",
                "Ä@example.com",
                "a@example.com."
            })
    void an_address_that_mail_cannot_be_sent_to_is_refused(String email) {
        assertThat(fields(with(new ImportedContact("Olga", email, List.of())))).containsExactly("contacts[1].email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@example.com", "first.last+tag@sub.example.co.uk", "o'neil@example.org", "A_1@EXAMPLE.NET"})
    void an_ordinary_address_is_taken(String email) {
        assertThat(fields(with(new ImportedContact("Olga", email, List.of("owner")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "Acme\nBcc: x", "<b>Acme</b>", "Acme\u202Egnp.exe", "Ac\u0000me"})
    void a_name_that_could_not_be_shown_as_it_stands_is_refused(String name) {
        assertThat(fields(named(name))).containsExactly("name");
    }

    @Test
    void a_name_that_is_too_long_is_not_looked_into() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(fields(named("x".repeat(1_000_000)))).containsExactly("name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'OT-1009 ' | It begins or ends with a blank; leave the blank out.",
                "' OT-1009' | It begins or ends with a blank; leave the blank out.",
                "'OT-1009\t' | It holds characters that cannot be shown.",
                "'OT-1009\u200b' | It holds characters that cannot be shown.",
                "'OT\u00ad-1009' | It holds characters that cannot be shown.",
                "'\ufeffOT-1009' | It holds characters that cannot be shown.",
                "'OT\u200d-1009' | It holds a character that cannot be seen; type it anew.",
                "'OT-1009\ufe0f' | It holds a character that cannot be seen; type it anew.",
                "'OT\u00a01009' | It holds a character that cannot be seen; type it anew.",
                "'IN\u0410-7' | It mixes letters of different alphabets in one word, like A and \u0410; type it anew.",
                "'\u0399N-7' | It mixes letters of different alphabets in one word, like A and \u0410; type it anew.",
                "'\u0420\u0424-7' | ",
                "'\u0420\u0424 Ltd' | ",
                "'10\u00b5F' | ",
                "'OT 1009' | ",
                "'Büro-7' | "
            })
    void an_id_looks_like_no_other(String id, String refusal) {
        ImportedOrder order = new ImportedOrder(id, "Seats", FIRST, LAST, BigDecimal.ONE, "EUR");
        List<String> sentences = refusal == null ? List.of() : List.of(refusal);

        assertThat(ImportRules.problemsOf(
                        List.of(new ImportedCustomer(id, "Acme", "enterprise", olga(), List.of(), null)), TODAY))
                .extracting(problem -> problem.row() + " " + problem.field() + " "
                        + problem.phrase().english())
                .isEqualTo(sentences.stream().map(why -> "1 id " + why).toList());
        assertThat(ImportRules.problemsOf(List.of(with(order)), TODAY))
                .extracting(problem -> problem.row() + " " + problem.field() + " "
                        + problem.phrase().english())
                .isEqualTo(
                        sentences.stream().map(why -> "1 orders[1].id " + why).toList());
    }

    @Test
    void a_name_has_no_blank_around_it_and_nothing_unseen_but_the_joiners_of_its_script() {
        assertThat(fields(named("Acme "))).containsExactly("name");
        assertThat(fields(named("\u00a0Acme"))).containsExactly("name");
        assertThat(fields(named("Ac\u200bme"))).containsExactly("name");
        assertThat(fields(named("\u0410cme"))).containsExactly("name");
        assertThat(fields(named("\u0410\u043a\u043c\u0435 Ltd"))).isEmpty();
        assertThat(fields(named("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")))
                .isEmpty();
        assertThat(fields(with(new ImportedContact("Olga", "o@exam\u200bple.com", List.of()))))
                .containsExactly("contacts[1].email");
    }

    @Test
    void a_contact_reads_a_language_that_there_are_words_in_or_none_is_stated() {
        for (String spoken : new String[] {null, "", "de", " EN "}) {
            assertThat(fields(with(new ImportedContact("Olga", "o@example.com", List.of(), spoken))))
                    .isEmpty();
        }
        assertThat(fields(with(new ImportedContact("Olga", "o@example.com", List.of(), "fr"))))
                .containsExactly("contacts[1].language");
    }

    @Test
    void a_name_of_two_hundred_characters_is_the_longest() {
        assertThat(fields(named("é".repeat(200)))).isEmpty();
        assertThat(fields(named("é".repeat(201)))).containsExactly("name");
    }

    @Test
    void a_customer_is_stated_once_and_its_addresses_and_orders_too() {
        var twice = named("Acme");
        assertThat(ImportRules.problemsOf(List.of(twice, twice), TODAY))
                .extracting(problem -> problem.row() + " " + problem.field())
                .containsExactly("2 id");
        assertThat(fields(new ImportedCustomer(
                        "C-1",
                        "Acme",
                        "enterprise",
                        List.of(
                                new ImportedContact("Olga", "o@example.com", List.of()),
                                new ImportedContact("Olga", "O@Example.com", List.of())),
                        List.of(
                                new ImportedOrder("O-1", "Seats", FIRST, LAST, BigDecimal.ONE, "EUR"),
                                new ImportedOrder("O-1", "Seats", FIRST, LAST, BigDecimal.ONE, "EUR")),
                        null)))
                .containsExactly("contacts[2].email", "orders[2].id");
    }

    @Test
    void an_address_is_taken_with_blanks_around_it_and_an_international_domain_and_known_again_in_ascii() {
        var stated = new ImportedContact("Olga", " o@bücher.example ", List.of());
        assertThat(stated.email()).isEqualTo("o@xn--bcher-kva.example");
        assertThat(fields(with(stated))).isEmpty();
        assertThat(fields(new ImportedCustomer(
                        "C-1",
                        "Acme",
                        "enterprise",
                        List.of(stated, new ImportedContact("Olga", "O@XN--BCHER-KVA.example", List.of())),
                        List.of(),
                        null)))
                .containsExactly("contacts[2].email");
    }

    @Test
    void every_row_that_is_wrong_is_named_at_once_with_its_field_and_reason() {
        var unsent = new ImportedContact("Olga", "ölga@example.com", List.of());
        var good = new ImportedCustomer("C-2", "Good", "enterprise", olga(), List.of(), null);
        var nameless = new ImportedCustomer("C-2", "", "enterprise", olga(), List.of(), null);

        assertThat(ImportRules.problemsOf(List.of(with(unsent), good, nameless), TODAY))
                .extracting(Object::toString)
                .containsExactly(
                        "Row 1, contacts[1].email: The part before the @ may hold only unaccented letters, digits and"
                                + " signs, since mail to other characters cannot be sent. Please give another address.",
                        "Row 3, name: It is missing.",
                        "Row 3, id: Row 2 has the same id; each customer is stated once.");
    }

    @Test
    void unknown_roles_and_periods_are_named() {
        var customer = new ImportedCustomer(
                "C-1",
                "Acme",
                "enterprise",
                List.of(new ImportedContact("Olga", "o@example.com", List.of("boss"))),
                List.of(),
                new ImportedTerms("P45D", "10 business days", null, null));

        assertThat(fields(customer)).containsExactly("contacts[1].roles", "terms.notice");
    }

    /** Five years with one leap day are 1,826 days: 260 weeks of five business days, and six days more. */
    @ParameterizedTest
    @CsvSource({
        "0 days, true",
        "0 months, true",
        "1 day, false",
        "10 days, false",
        "1826 days, false",
        "1827 days, true",
        "260 weeks, false",
        "261 weeks, true",
        "60 months, false",
        "61 months, true",
        "1305 business days, true",
        "1304 business days, false",
        "9999 months, true",
        "9999 business days, true"
    })
    void a_negotiated_period_has_a_day_at_least_and_five_years_at_most(String period, boolean refused) {
        assertThat(fields(negotiated(period, null))).isEqualTo(refused ? List.of("terms.notice") : List.of());
        assertThat(fields(negotiated(null, period))).isEqualTo(refused ? List.of("terms.objection") : List.of());
    }

    @Test
    void a_period_out_of_its_limits_is_told_with_them_beside_what_else_is_wrong() {
        assertThat(ImportRules.problemsOf(
                        List.of(
                                negotiated("9999 months", "0 days"),
                                negotiated("45 days", "20 days"),
                                negotiated("P45D", null)),
                        TODAY))
                .extracting(problem -> problem.row() + " " + problem.field() + " "
                        + problem.phrase().english())
                .containsExactly(
                        "1 terms.notice A negotiated notice period has at least 1 day and at most 5 years; leave it out where the"
                                + " policy's counts.",
                        "1 terms.objection A negotiated objection window has at least 1 day and at most 5 years; leave it out where"
                                + " the policy's counts.",
                        "3 terms.notice A period is written like \"30 days\", \"5 business days\" or \"1 month\".");
    }

    private static ImportedCustomer negotiated(String notice, String objection) {
        return new ImportedCustomer(
                "C-" + notice + objection,
                "Acme",
                "enterprise",
                olga(),
                List.of(),
                new ImportedTerms(notice, objection, null, null));
    }

    @Test
    void a_change_shown_before_signing_is_named_by_its_reference() {
        assertThat(fields(new ImportedCustomer(
                        "C-1", "Acme", "enterprise", olga(), null, null, List.of("OPSTICKET-2026-0001"))))
                .isEmpty();
        assertThat(fields(new ImportedCustomer("C-1", "Acme", "enterprise", olga(), null, null, List.of("a,b"))))
                .containsExactly("shownChanges");
    }

    @Test
    void nobody_to_write_to_is_refused() {
        assertThat(fields(new ImportedCustomer("C-1", "Acme", "enterprise", null, null, null)))
                .containsExactly("contacts");
    }

    private static List<String> fields(ImportedCustomer customer) {
        return ImportRules.problemsOf(List.of(customer), TODAY).stream()
                .map(ImportRefused.Problem::field)
                .toList();
    }

    private static ImportedCustomer named(String name) {
        return new ImportedCustomer("C-1", name, "enterprise", olga(), List.of(), null);
    }

    private static ImportedCustomer with(ImportedOrder order) {
        return new ImportedCustomer("C-1", "Acme", "enterprise", olga(), List.of(order), null);
    }

    private static ImportedCustomer with(ImportedContact contact) {
        return new ImportedCustomer("C-1", "Acme", "enterprise", List.of(contact), List.of(), null);
    }

    private static List<ImportedContact> olga() {
        return List.of(new ImportedContact("Olga", "o@example.com", List.of("owner")));
    }
}
