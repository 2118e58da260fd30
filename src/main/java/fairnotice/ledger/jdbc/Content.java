package fairnotice.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.SortedMap;
import java.util.TreeMap;

/** An entry's content as JSON. */
final class Content {

    private static final JsonMapper JSON = new JsonMapper();

    private Content() {}

    static String written(SortedMap<String, String> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A ledger entry's content cannot be written as JSON", e);
        }
    }

    static SortedMap<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ledger opening is not a JSON object of texts: " + json, e);
        }
    }
}
