package fairnotice.change;

import static fairnotice.change.Proposed.proposal;
import static fairnotice.change.Proposed.vendor;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.Category;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryField;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader is told that a change changes. */
class BeforeAndAfterTest {

    private static final List<Category> CATEGORIES =
            List.of(new Category("ai", "AI processing", null), new Category("data", "Data and storage", null));

    @Test
    void a_modification_names_each_field_that_changes_and_no_other() {
        BeforeAndAfter entry = compared(
                ChangeKind.MODIFY,
                stating("Talvik", "Estonia", null, "ai"),
                stating("Talvik", "Texas", "Standard clauses", "data"));

        assertThat(entry.changed())
                .containsExactly(
                        new ChangedField(EntryField.LOCATION, "Estonia", "Texas"),
                        new ChangedField(EntryField.TRANSFER, null, "Standard clauses"),
                        new ChangedField(EntryField.CATEGORY, "AI processing", "Data and storage"));
        assertThat(entry.replaced()).isNull();
    }

    @Test
    void blanks_state_nothing_and_change_nothing() {
        BeforeAndAfter entry = compared(
                ChangeKind.MODIFY, stating("Talvik", "Estonia", null, "ai"), stating(" Talvik", "Estonia ", " ", "ai"));

        assertThat(entry.changed()).isEmpty();
        assertThat(entry.fields())
                .extracting(ChangedField::field)
                .contains(EntryField.NAME, EntryField.LOCATION)
                .doesNotContain(EntryField.TRANSFER);
    }

    @Test
    void a_replacement_names_what_is_replaced() {
        BeforeAndAfter entry =
                BeforeAndAfter.of(proposal(ChangeKind.REPLACE, "Qanat", vendor("Talvik")), vendor("Qanat"), CATEGORIES);

        assertThat(entry.replaced().name()).isEqualTo("Qanat");
        assertThat(entry.replaced().legalEntity()).isEqualTo("Qanat Ltd");
        assertThat(entry.changed()).isEmpty();
    }

    @Test
    void of_what_is_added_or_removed_nothing_is_compared() {
        assertThat(compared(ChangeKind.ADD, null, vendor("Talvik")).changed()).isEmpty();
        assertThat(compared(ChangeKind.ADD, null, vendor("Talvik")).replaced()).isNull();
        assertThat(compared(ChangeKind.REMOVE, vendor("Talvik"), vendor("Talvik"))
                        .replaced())
                .isNull();
    }

    private static BeforeAndAfter compared(ChangeKind kind, Subprocessor before, Subprocessor after) {
        return BeforeAndAfter.of(proposal(kind, null, after), before, CATEGORIES);
    }

    private static Subprocessor stating(String name, String location, String transfer, String category) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity("Talvik Ltd")
                .purpose("Speech to text")
                .location(location)
                .dataCategories("voice recordings")
                .transfer(transfer)
                .category(category)
                .build();
    }
}
