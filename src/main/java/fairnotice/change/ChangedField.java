package fairnotice.change;

import fairnotice.register.EntryFact;
import fairnotice.register.EntryField;
import java.util.Objects;

/**
 * A field of an entry before and after a change; a category by its title.
 *
 * @param before null where it was not stated
 * @param after null where it is not stated
 */
public record ChangedField(EntryField field, String before, String after) {

    /** Key of the field's name in the message bundles. */
    public String label() {
        return EntryFact.label(field);
    }

    /** Whether what was stated no longer is. */
    public boolean removed() {
        return before != null && after == null;
    }

    public boolean differs() {
        return !Objects.equals(before, after);
    }
}
