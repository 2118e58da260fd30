package fairnotice.sql;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** Records as JSON in a column: a field that was added later reads as absent from old rows, and one that was dropped is passed over. */
public final class StoredJson {

    private final JsonMapper mapper;

    /** @param more what else a room sets */
    public StoredJson(UnaryOperator<JsonMapper.Builder> more) {
        mapper = more.apply(JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .build();
    }

    /** With every decimal as it is, and nothing that a record works out. */
    public static StoredJson exact() {
        return new StoredJson(json -> json.findAndAddModules()
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN));
    }

    /** Null for nothing. */
    public String write(Object part) {
        try {
            return part == null ? null : mapper.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where there is nothing. */
    public <T> T read(String json, TypeReference<T> type) {
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
