package fairnotice.objection.jdbc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.calendar.Explanation;
import fairnotice.sql.StoredJson;

/** What was filed and what was offered, as jsonb. A field added later reads as absent from old rows. */
final class ObjectionJson {

    private static final StoredJson JSON = new StoredJson(json ->
            json.addMixIn(Explanation.class, AsStored.class).serializationInclusion(JsonInclude.Include.NON_NULL));

    /** How a deadline came about, as text. */
    private abstract static class AsStored {

        @JsonValue
        abstract String stored();

        @JsonCreator
        static Explanation of(String stored) {
            return Explanation.of(stored);
        }
    }

    private ObjectionJson() {}

    static String write(Object value) {
        return JSON.write(value);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return JSON.read(json, type);
    }
}
