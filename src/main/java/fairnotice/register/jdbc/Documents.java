package fairnotice.register.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.sql.StoredJson;

/** Records as jsonb. A field added later reads as absent from old rows, and one dropped later is ignored. */
final class Documents {

    private static final StoredJson JSON =
            new StoredJson(json -> json.serializationInclusion(JsonInclude.Include.NON_NULL));

    private Documents() {}

    static String write(Object document) {
        return JSON.write(document);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return JSON.read(json, type);
    }
}
