package fairnotice.register.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fairnotice.refusal.Refused;
import fairnotice.register.Table;
import fairnotice.register.Table.Row;
import fairnotice.register.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tables of spreadsheets, web pages and plain text. */
@Component
class FastCsvTables implements Tables {

    private static final String FIELD = "table";
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_MILLIONS = 2;

    /** One more than a list may have, for the heading, and some that are empty. */
    private static final int MOST_ROWS = 6_000;

    private static final int MOST_ENTRIES = 5_000;
    private static final char QUOTE = '"';
    private static final char NO_QUOTE = '\u0000';

    /** Typed by nobody: what browsers and spreadsheets put between words and letters. */
    private static final Pattern UNSEEN = Pattern.compile("[\u200B\u00AD\uFEFF]");

    /** Under the heading of a table in Markdown. */
    private static final Pattern RULE = Pattern.compile(":?-+:?");

    @Override
    public Table read(String text) {
        if (text != null && text.length() > MOST_MILLIONS << 20) {
            throw Refused.invalid(FIELD, "refused.list.too-large", MOST_MILLIONS);
        }
        String clean = UNSEEN.matcher(text == null ? "" : text).replaceAll("").replace('\u00A0', ' ');
        if (clean.isBlank()) {
            throw Refused.invalid(FIELD, "refused.list.empty");
        }
        char separator = Separator.of(clean);
        List<Row> rows = withoutFrame(filled(parsed(clean, separator)), separator);
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        if (columns > MOST_COLUMNS) {
            throw Refused.invalid(FIELD, "refused.list.too-wide", MOST_COLUMNS);
        }
        return new Table(rows, columns);
    }

    @Override
    public String text(byte[] file) {
        return CharacterSets.text(file);
    }

    /** Cells that were copied from a page hold quotation marks as they stand there. */
    private static List<Row> parsed(String text, char separator) {
        try {
            return parsed(text, separator, QUOTE);
        } catch (CsvParseException notQuoted) {
            if (separator == '\t') {
                return parsed(text, separator, NO_QUOTE);
            }
            throw Refused.invalid(FIELD, "refused.list.unreadable");
        }
    }

    private static List<Row> parsed(String text, char separator, char quote) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .skipEmptyLines(false)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                if (rows.size() >= MOST_ROWS) {
                    throw Refused.invalid(FIELD, "refused.list.too-many", MOST_ENTRIES);
                }
                rows.add(new Row(
                        rows.size() + 1,
                        each.getFields().stream().map(String::strip).toList()));
            }
        } catch (IOException ofNoFile) {
            throw new UncheckedIOException(ofNoFile);
        }
        return rows;
    }

    private static List<Row> filled(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .filter(row -> !row.cells().stream()
                        .allMatch(cell -> cell.isEmpty() || RULE.matcher(cell).matches() && cell.length() > 2))
                .toList();
    }

    /** Without the bars at both ends of each line. */
    private static List<Row> withoutFrame(List<Row> rows, char separator) {
        boolean framed = separator == '|'
                && rows.stream()
                        .allMatch(row -> row.cells().size() > 2
                                && row.cells().get(0).isEmpty()
                                && row.cells().get(row.cells().size() - 1).isEmpty());
        return !framed
                ? rows
                : rows.stream()
                        .map(row -> new Row(
                                row.number(), row.cells().subList(1, row.cells().size() - 1)))
                        .toList();
    }
}
