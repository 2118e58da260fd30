package fairnotice.customer.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.customer.OrderLine;
import fairnotice.sql.StoredJson;
import java.util.List;

/** The lines of an order, and whatever is kept of a customer as it was. */
final class LinesJson {

    private static final StoredJson JSON = StoredJson.exact();
    private static final String NONE = "[]";

    private LinesJson() {}

    static String write(List<?> parts) {
        return parts.isEmpty() ? NONE : JSON.write(parts);
    }

    /** @param part null for nothing */
    static String writeAny(Object part) {
        return JSON.write(part);
    }

    /** @return null where there is nothing */
    static <T> T readAny(String json, TypeReference<T> type) {
        return JSON.read(json, type);
    }

    static List<OrderLine> read(String json) {
        return read(json, new TypeReference<>() {});
    }

    static <T> List<T> read(String json, TypeReference<List<T>> type) {
        return json.equals(NONE) ? List.of() : JSON.read(json, type);
    }
}
