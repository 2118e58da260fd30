package fairnotice.change;

import fairnotice.register.Category;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryField;
import fairnotice.register.Subprocessor;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a round of a change does to the entry that it touches.
 *
 * @param before the entry as it stood when the round was announced; null for an addition
 * @param fields those that are stated before or after, in the order of the list
 */
public record BeforeAndAfter(ChangeKind kind, Subprocessor before, List<ChangedField> fields) {

    /** @param before the listed entry; null where there is none */
    static BeforeAndAfter of(Proposal proposal, Subprocessor before, List<Category> categories) {
        return new BeforeAndAfter(
                proposal.kind(),
                before,
                Stream.of(EntryField.values())
                        .map(field -> new ChangedField(
                                field,
                                stated(field, before, categories),
                                stated(field, proposal.subprocessor(), categories)))
                        .filter(field -> field.before() != null || field.after() != null)
                        .toList());
    }

    /** What a modification changes. Of other kinds the whole entry is new or gone. */
    public List<ChangedField> changed() {
        return kind == ChangeKind.MODIFY
                ? fields.stream().filter(ChangedField::differs).toList()
                : List.of();
    }

    /** The entry that another takes the place of; null where none does. */
    public Subprocessor replaced() {
        return kind == ChangeKind.REPLACE ? before : null;
    }

    private static String stated(EntryField field, Subprocessor entry, List<Category> categories) {
        String value = entry == null ? null : field.of(entry);
        if (value == null || value.isBlank()) {
            return null;
        }
        return field == EntryField.CATEGORY ? title(value, categories) : value.strip();
    }

    private static String title(String category, List<Category> categories) {
        return categories.stream()
                .filter(each -> each.id().equals(category))
                .map(Category::title)
                .findFirst()
                .orElse(category);
    }
}
