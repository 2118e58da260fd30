package fairnotice.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fairnotice.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON body of a request. It is kept as a tree until a controller says what it is to be, since an amendment must tell a field that is
 * missing from one that is null.
 */
final class JsonBody {

    private final JsonNode tree;

    private JsonBody(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws JsonProcessingException when it is no JSON */
    static JsonBody read(InputStream body) throws IOException {
        return new JsonBody(StrictJson.MAPPER.readTree(body));
    }

    boolean isMissing() {
        return tree.isMissingNode() || tree.isNull();
    }

    /** Whether it has none of the fields. */
    boolean isEmpty() {
        return object().isEmpty();
    }

    /** @throws Refused naming the first field that is unknown or of another type */
    <T extends Record> T as(Class<T> type) {
        return converted(object(), StrictJson.MAPPER.constructType(type));
    }

    /** The elements of an array. @throws Refused naming the first field that is unknown or of another type */
    <T extends Record> List<T> listOf(Class<T> type) {
        if (!tree.isArray() || tree.valueStream().anyMatch(element -> !element.isObject())) {
            throw Refused.invalid("", "Please send a JSON array of objects.");
        }
        return converted(tree, StrictJson.MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** Only the fields that the record has. */
    JsonBody only(Class<? extends Record> type) {
        return new JsonBody(object().deepCopy().retain(names(type)));
    }

    /** All but the fields that the record has. */
    JsonBody without(Class<? extends Record> type) {
        return new JsonBody(object().deepCopy().without(names(type)));
    }

    /** What this body leaves out stays as it is at present, in objects within it too (as in RFC 7396). */
    JsonBody over(Record present) {
        ObjectNode merged = StrictJson.MAPPER.valueToTree(present);
        merge(merged, object());
        return new JsonBody(merged);
    }

    private static void merge(ObjectNode present, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (present.get(field.getKey()) instanceof ObjectNode before
                    && field.getValue() instanceof ObjectNode after) {
                merge(before, after);
            } else {
                present.set(field.getKey(), field.getValue());
            }
        });
    }

    private ObjectNode object() {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw Refused.invalid("", "Please send a JSON object.");
    }

    private static <T> T converted(JsonNode from, JavaType type) {
        try {
            return StrictJson.MAPPER.treeToValue(from, type);
        } catch (JsonProcessingException unfit) {
            throw UnfitJson.refusal(unfit);
        }
    }

    private static Set<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
