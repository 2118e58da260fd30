package fairnotice.ledger;

import java.time.Instant;
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
 */
public record Entry(String kind, String subject, String actor, Instant at, SortedMap<String, String> content) {

    public static Entry of(String kind, String subject, String actor, Instant at) {
        return new Entry(kind, subject, actor, at, new TreeMap<>());
    }

    /** This entry with one more fact; a null value is left out. */
    public Entry with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(content);
        if (value != null) {
            more.put(name, value.toString());
        }
        return new Entry(kind, subject, actor, at, more);
    }
}
