package fairnotice.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fairnotice.register.Subprocessor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedCsvTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1, '=1+1",
                "＝1+1, '＝1+1",
                "a;=1+1, a;'=1+1",
                "a;b;@SUM(1), a;b;'@SUM(1)",
                ";-1, ;'-1",
                "a=b, a=b",
                "email; a-b, email; a-b"
            })
    void no_cell_begins_a_formula_in_a_spreadsheet_that_separates_at_commas_or_semicolons(String said, String cell) {
        Subprocessor entry = new Subprocessor(
                "Tau", null, null, null, said, "Bonn", null, "Names", null, null, null, null, false, null);

        String text = new String(PublishedCsv.of(List.of(entry), "not stated"), StandardCharsets.UTF_8);

        assertThat(CsvReader.builder().ofNamedCsvRecord(text).stream().toList())
                .singleElement()
                .satisfies(line -> assertThat(line.getField("purpose")).isEqualTo(cell));
    }
}
