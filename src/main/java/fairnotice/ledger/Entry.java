package fairnotice.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step somebody took, as it is handed to the ledger.
 *
 * @param kind what happened, dotted: {@code change.proposed}
 * @param subject the reference of the thing it happened to: {@code OPSTICKET-2026-0007}
 * @param actor the id of who did it
 * @param at legal time
 * @param content what was done, in words; the ledger keeps only its salted digest, and beside it an opening that can be erased
 * @param changes what it made of fields; the ledger keeps each name, and a salted digest of what stood and stands there
 */
public record Entry(
        String kind,
        String subject,
        String actor,
        Instant at,
        SortedMap<String, String> content,
        List<ChangedField> changes) {

    /**
     * A field before and after.
     *
     * @param field its name, which may hold ids and never names, addresses or texts: {@code contacts/23/email}
     * @param before null where nothing stood, like {@code after}
     */
    public record ChangedField(String field, String before, String after) {}

    public static Entry of(String kind, String subject, String actor, Instant at) {
        return new Entry(kind, subject, actor, at, new TreeMap<>(), List.of());
    }

    /** This entry with one more fact; a null value is left out. */
    public Entry with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(content);
        if (value != null) {
            more.put(name, value.toString());
        }
        return new Entry(kind, subject, actor, at, more, changes);
    }

    /**
     * This entry with what it made of one more field; nothing more where both are the same.
     *
     * @param before null where nothing stood, like {@code after}
     */
    public Entry changed(String field, Object before, Object after) {
        String stood = before == null ? null : before.toString();
        String stands = after == null ? null : after.toString();
        if (Objects.equals(stood, stands)) {
            return this;
        }
        List<ChangedField> more = new ArrayList<>(changes);
        more.add(new ChangedField(field, stood, stands));
        return new Entry(kind, subject, actor, at, content, List.copyOf(more));
    }
}
