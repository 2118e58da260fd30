package fairnotice.web.site;

import de.siegmar.fastcsv.writer.CsvWriter;
import fairnotice.register.EntryField;
import fairnotice.register.Subprocessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A list as CSV (RFC 4180), one line an entry. */
final class PublishedCsv {

    /** Where a spreadsheet takes what follows for a formula (OWASP, CSV injection); many separate cells at semicolons. */
    private static final Pattern BEFORE_A_FORMULA = Pattern.compile("(?:(?<=;)|^)(?=[=+\\-@\t\r\n＝＋－＠])");

    private PublishedCsv() {}

    /** @param notStated what stands where an entry states nothing */
    static byte[] of(List<Subprocessor> entries, String notStated) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(fields().map(PublishedCsv::heading).toList());
            for (Subprocessor entry : entries) {
                csv.writeRecord(
                        fields().map(field -> cell(field.of(entry), notStated)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<EntryField> fields() {
        return Stream.of(EntryField.values());
    }

    private static String heading(EntryField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String value, String notStated) {
        return value == null ? notStated : BEFORE_A_FORMULA.matcher(value).replaceAll("'");
    }
}
