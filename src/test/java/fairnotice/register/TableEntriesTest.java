package fairnotice.register;

import static fairnotice.register.EntryField.ADDRESS;
import static fairnotice.register.EntryField.CATEGORY;
import static fairnotice.register.EntryField.DATA_CATEGORIES;
import static fairnotice.register.EntryField.LEGAL_ENTITY;
import static fairnotice.register.EntryField.LOCATION;
import static fairnotice.register.EntryField.NAME;
import static fairnotice.register.EntryField.PURPOSE;
import static fairnotice.register.EntryField.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableEntriesTest {

    private static final Register CARDS = TypedSettings.blank().layout();

    static Stream<Arguments> headings() {
        return Stream.of(
                Arguments.of(
                        "Vendor|Entity|Purpose|Location|Data",
                        List.of(NAME, LEGAL_ENTITY, PURPOSE, LOCATION, DATA_CATEGORIES)),
                Arguments.of("Entity Name|Subprocessing Activities|Entity Country", List.of(NAME, PURPOSE, LOCATION)),
                Arguments.of(
                        "Third Party Service/Vendor|Purpose of processing|Location of data|Data transfer mechanism",
                        List.of(NAME, PURPOSE, LOCATION, TRANSFER)),
                Arguments.of(
                        "Unterauftragsverarbeiter|Anschrift|Zweck der Verarbeitung|Kategorien von Daten|Land",
                        List.of(NAME, ADDRESS, PURPOSE, DATA_CATEGORIES, LOCATION)));
    }

    @ParameterizedTest
    @MethodSource("headings")
    void the_heading_of_a_table_is_recognised(String heading, List<EntryField> fields) {
        TableColumns guessed = TableColumns.guessed(table(heading, "a|b|c"));

        assertThat(guessed.heading()).isTrue();
        assertThat(guessed.fields()).isEqualTo(fields);
    }

    @Test
    void a_table_without_a_heading_begins_with_the_names() {
        TableColumns guessed = TableColumns.guessed(table("Cloudflare|CDN services|USA"));

        assertThat(guessed.heading()).isFalse();
        assertThat(guessed.fields()).containsExactly(NAME, null, null);
    }

    @Test
    void what_a_cell_does_not_state_is_not_stated_and_a_formula_is_text() {
        List<Subprocessor> entries =
                read(table("Acme|–|=HYPERLINK(\"x\")", "Beta|n/a|"), columns(NAME, LOCATION, PURPOSE));

        assertThat(entries).extracting(Subprocessor::location).containsOnlyNulls();
        assertThat(entries).extracting(Subprocessor::purpose).containsExactly("=HYPERLINK(\"x\")", null);
        assertThat(entries).extracting(Subprocessor::legalEntity).containsOnlyNulls();
    }

    @Test
    void every_problem_names_its_row_and_field() {
        Table table = table("Acme|" + "x".repeat(201), "|y", "acme|<b>z</b>");

        assertThatThrownBy(() -> read(table, columns(NAME, LEGAL_ENTITY)))
                .isInstanceOf(Refused.class)
                .hasMessage("Row 1: Please shorten the vendor's legal entity: it has 201 characters, and 200 fit."
                        + " Row 2: Please state the vendor's name."
                        + " Row 3: Please write the vendor's legal entity as plain text: it contains what looks like markup."
                        + " Row 3: \"acme\" is listed twice, first in row 1.");
    }

    @Test
    void names_are_needed_and_no_field_is_taken_from_two_columns() {
        assertThatThrownBy(() -> read(table("a|b"), columns(null, PURPOSE))).hasMessageContaining("holds the vendor");
        assertThatThrownBy(() -> read(table("a|b"), columns(NAME, NAME))).hasMessageContaining("same field");
        assertThatThrownBy(() -> TableEntries.of(
                        table("Vendor"), new TableColumns(columns(NAME).fields(), true), null, CARDS))
                .hasMessageContaining("besides the heading");
    }

    @Test
    void a_category_is_named_by_its_title_and_one_that_there_is_not_is_refused() {
        Register grouped = new TypedSettings(
                        null,
                        null,
                        null,
                        null,
                        null,
                        "CATEGORIES",
                        List.of(
                                new TypedCategory(null, "AI & Data", "What thinks."),
                                new TypedCategory("ops", "Operations", "x")),
                        null,
                        null,
                        null,
                        null)
                .layout();

        List<Subprocessor> entries =
                TableEntries.of(table("A|ai & data", "B|ops", "C|"), columns(NAME, CATEGORY), "ops", grouped);

        assertThat(entries).extracting(Subprocessor::category).containsExactly("ai-data", "ops", "ops");
        assertThatThrownBy(() -> TableEntries.of(table("A|Sales"), columns(NAME, CATEGORY), null, grouped))
                .hasMessage("Row 1: There is no category \"Sales\".");
    }

    @Test
    void two_thousand_rows_are_read() {
        Table table = new Table(
                IntStream.rangeClosed(1, 2_000)
                        .mapToObj(n -> new Table.Row(n, List.of("Vendor " + n, "Does " + n)))
                        .toList(),
                2);

        assertThat(read(table, columns(NAME, PURPOSE))).hasSize(2_000);
    }

    private static List<Subprocessor> read(Table table, TableColumns columns) {
        return TableEntries.of(table, columns, null, CARDS);
    }

    private static TableColumns columns(EntryField... fields) {
        return new TableColumns(new ArrayList<>(Arrays.asList(fields)), false);
    }

    private static Table table(String... rows) {
        List<Table.Row> read = IntStream.range(0, rows.length)
                .mapToObj(i -> new Table.Row(i + 1, List.of(rows[i].split("\\|", -1))))
                .toList();
        return new Table(read, read.get(0).cells().size());
    }
}
