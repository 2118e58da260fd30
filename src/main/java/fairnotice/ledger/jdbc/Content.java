package fairnotice.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An entry's content, and what it made of fields, as JSON. */
final class Content {

    private static final JsonMapper JSON = new JsonMapper();

    private Content() {}

    /** A changed field as it stands in its entry: the digests alone, null where there was no value. */
    private record Sealed(String field, String before, String after) {}

    /** A row of {@code ledger_value}. */
    private record Kept(String field, String side, String salt, String value, String erased) {

        Value under(String digest) {
            return new Value(
                    digest, salt == null ? null : HexFormat.of().parseHex(salt), value, erased == null ? null : at());
        }

        private Instant at() {
            return OffsetDateTime.parse(erased).toInstant();
        }
    }

    static String written(SortedMap<String, String> content) {
        return json(content);
    }

    static SortedMap<String, String> read(String json) {
        return read(json, new TypeReference<TreeMap<String, String>>() {});
    }

    /** @return null where it changed no field */
    static String digests(List<RecordedChange> changes) {
        return changes.isEmpty()
                ? null
                : json(changes.stream()
                        .map(change -> new Sealed(change.field(), digest(change.before()), digest(change.after())))
                        .toList());
    }

    /**
     * @param digests as {@link #digests} writes them; null for none
     * @param values rows of {@code ledger_value} as a JSON list; null for none
     */
    static List<RecordedChange> changes(String digests, String values) {
        if (digests == null) {
            return List.of();
        }
        Map<String, Kept> kept = new HashMap<>();
        if (values != null) {
            read(values, new TypeReference<List<Kept>>() {}).forEach(row -> kept.put(row.side() + row.field(), row));
        }
        return read(digests, new TypeReference<List<Sealed>>() {}).stream()
                .map(change -> new RecordedChange(
                        change.field(),
                        value(change.before(), kept.get("BEFORE" + change.field())),
                        value(change.after(), kept.get("AFTER" + change.field()))))
                .toList();
    }

    private static Value value(String digest, Kept kept) {
        if (digest == null) {
            return null;
        }
        return kept == null ? new Value(digest, null, null, null) : kept.under(digest);
    }

    private static String digest(Value value) {
        return value == null ? null : value.digest();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A ledger entry cannot be written as JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the ledger holds is not the JSON it wrote: " + json, e);
        }
    }
}
