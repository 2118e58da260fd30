package fairnotice.register;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a list of a table whose columns are assigned. What a cell does not state is not stated, and a formula is text. */
public final class TableEntries {

    private static final int TOLD_PROBLEMS = 50;

    /** Cells that say that there is nothing. */
    private static final Pattern NOTHING = Pattern.compile("[-–—]+|n/a|k\\. ?A\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final Set<EntryField> OF_ONE_LINE =
            Set.of(EntryField.NAME, EntryField.LEGAL_ENTITY, EntryField.ADDRESS, EntryField.CONTACT, EntryField.TAG);

    private final TableColumns columns;
    private final String fallback;
    private final Register settings;

    private TableEntries(TableColumns columns, String fallback, Register settings) {
        this.columns = columns;
        this.fallback = fallback;
        this.settings = settings;
    }

    /**
     * @param fallback id of the category of rows that state none; null for none
     * @param settings whose categories a row may name, by title or id
     * @throws Refused with what is wrong, row by row
     */
    public static List<Subprocessor> of(Table table, TableColumns columns, String fallback, Register settings) {
        return new TableEntries(columns, fallback, settings).read(table);
    }

    private List<Subprocessor> read(Table table) {
        List<EntryField> assigned =
                columns.fields().stream().filter(Objects::nonNull).toList();
        if (!assigned.contains(EntryField.NAME)) {
            throw Refused.invalid("fields", "refused.list.name-column");
        }
        if (assigned.size() > Set.copyOf(assigned).size()) {
            throw Refused.invalid("fields", "refused.list.twice-column");
        }
        List<Table.Row> rows = columns.heading() && !table.rows().isEmpty()
                ? table.rows().subList(1, table.rows().size())
                : table.rows();
        if (rows.isEmpty()) {
            throw Refused.invalid("fields", "refused.list.none");
        }
        List<Subprocessor> entries = rows.stream().map(this::entry).toList();
        refuse(problems(rows, entries));
        return entries;
    }

    private List<Phrase> problems(List<Table.Row> rows, List<Subprocessor> entries) {
        List<Phrase> told = new ArrayList<>();
        List<List<FieldProblem>> found =
                ListRules.problems(settings, entries, place -> rows.get(place).number());
        for (int i = 0; i < found.size(); i++) {
            for (FieldProblem problem : found.get(i)) {
                told.add(Phrase.of("refused.list.row", rows.get(i).number(), problem.phrase()));
            }
        }
        return told;
    }

    private static void refuse(List<Phrase> problems) {
        if (problems.isEmpty()) {
            return;
        }
        List<FieldProblem> told = new ArrayList<>(problems.stream()
                .limit(TOLD_PROBLEMS)
                .map(phrase -> new FieldProblem("rows", phrase))
                .toList());
        int more = problems.size() - TOLD_PROBLEMS;
        if (more > 0) {
            told.add(new FieldProblem("rows", Phrase.of("refused.list.more", more)));
        }
        throw Refused.invalid(told);
    }

    private Subprocessor entry(Table.Row row) {
        Map<EntryField, String> stated = new EnumMap<>(EntryField.class);
        for (int i = 0; i < columns.fields().size(); i++) {
            EntryField field = columns.fields().get(i);
            if (field != null) {
                stated.put(field, stated(field, row.cell(i)));
            }
        }
        return new Subprocessor(
                stated.get(EntryField.NAME),
                stated.get(EntryField.LEGAL_ENTITY),
                stated.get(EntryField.ADDRESS),
                stated.get(EntryField.CONTACT),
                stated.get(EntryField.PURPOSE),
                stated.get(EntryField.LOCATION),
                stated.get(EntryField.TAG),
                stated.get(EntryField.DATA_CATEGORIES),
                stated.get(EntryField.TRANSFER),
                stated.get(EntryField.SAFEGUARDS),
                stated.get(EntryField.POSTURE),
                category(stated.get(EntryField.CATEGORY)),
                false,
                null);
    }

    private static String stated(EntryField field, String cell) {
        String text = cell.strip();
        if (text.isEmpty() || NOTHING.matcher(text).matches()) {
            return null;
        }
        return OF_ONE_LINE.contains(field)
                ? LINE_BREAKS.matcher(text).replaceAll(field == EntryField.ADDRESS ? ", " : " ")
                : text;
    }

    private String category(String stated) {
        return stated == null
                ? fallback
                : settings.categories().stream()
                        .filter(each -> each.title().equalsIgnoreCase(stated)
                                || each.id().equalsIgnoreCase(stated))
                        .findFirst()
                        .map(Category::id)
                        .orElse(stated);
    }
}
