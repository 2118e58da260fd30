package fairnotice.customer.jdbc;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairnotice.customer.OrderLine;
import java.io.UncheckedIOException;
import java.util.List;

/** The lines of an order, and whatever is kept of a customer as it was, as JSON; decimals stay decimals, and fields added by a later version are passed over. */
final class LinesJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String NONE = "[]";

    private LinesJson() {}

    static String write(List<?> parts) {
        try {
            return parts.isEmpty() ? NONE : MAPPER.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param part null for nothing */
    static String writeAny(Object part) {
        try {
            return part == null ? null : MAPPER.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null where there is nothing */
    static <T> T readAny(String json, TypeReference<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<OrderLine> read(String json) {
        return read(json, new TypeReference<>() {});
    }

    static <T> List<T> read(String json, TypeReference<List<T>> type) {
        try {
            return json.equals(NONE) ? List.of() : MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
