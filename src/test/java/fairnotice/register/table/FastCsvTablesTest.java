package fairnotice.register.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Refused;
import fairnotice.register.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastCsvTablesTest {

    private final FastCsvTables tables = new FastCsvTables();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vendor\tLocation\nAcme, Inc.\tParis; France",
                "Vendor;Location\r\n\"Acme, Inc.\";\"Paris; France\"",
                "Vendor,Location\n\"Acme, Inc.\",Paris; France",
                "| Vendor | Location |\n|---|:---|\n| Acme, Inc. | Paris; France |",
                "\uFEFFVendor|Location\nAcme, Inc.|Paris; France\n\n"
            })
    void a_table_is_read_whatever_stands_between_its_cells(String text) {
        assertThat(cells(tables.read(text)))
                .containsExactly(List.of("Vendor", "Location"), List.of("Acme, Inc.", "Paris; France"));
    }

    @Test
    void quotes_are_read_as_spreadsheets_write_them() {
        assertThat(cells(tables.read("Vendor;Role\n\"The \"\"Best\"\" Ltd\";\"one\ntwo\"\n=1+1;+49")))
                .containsExactly(
                        List.of("Vendor", "Role"), List.of("The \"Best\" Ltd", "one\ntwo"), List.of("=1+1", "+49"));
    }

    @Test
    void quotation_marks_of_a_web_page_stay_and_those_of_a_broken_file_are_refused() {
        assertThat(cells(tables.read("Acme\tscreens of 24\" and more")))
                .containsExactly(List.of("Acme", "screens of 24\" and more"));

        assertThat(cells(tables.read("\"A\" or B\tx"))).containsExactly(List.of("\"A\" or B", "x"));
        assertThatThrownBy(() -> tables.read("a,\"b\nc,d"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("quotation marks");
    }

    @Test
    void rows_keep_the_number_that_the_spreadsheet_shows() {
        assertThat(tables.read("Vendor\tRole\n\t\n\nAcme\tCDN").rows())
                .extracting(Table.Row::number)
                .containsExactly(1, 4);
    }

    @Test
    void invisible_characters_of_a_web_page_are_no_part_of_a_name() {
        assertThat(cells(tables.read("Ac\u00ADme\u200B\u00A0Ltd"))).containsExactly(List.of("Acme Ltd"));
    }

    @Test
    void what_is_empty_too_wide_or_too_long_is_refused() {
        assertThatThrownBy(() -> tables.read(" \n ")).hasMessageContaining("no row");
        assertThatThrownBy(() -> tables.read("a\t".repeat(50))).hasMessageContaining("at most 40 columns");
        assertThatThrownBy(() -> tables.read("a\tb\n".repeat(6_001))).hasMessageContaining("at most 5000");
    }

    @Test
    void a_file_is_read_in_the_character_set_it_is_written_in() {
        String text = "Müller;Zürich";

        assertThat(tables.text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(tables.text(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(tables.text(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
        assertThat(tables.text(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text);
    }

    private static List<List<String>> cells(Table table) {
        return table.rows().stream().map(Table.Row::cells).toList();
    }
}
