package fairnotice.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /**
     * The elements of an array.
     *
     * @param read in their order; null for one that does not fit
     * @param problems of every element that does not fit, the first field that is unknown or of another type
     */
    record Elements<T>(List<T> read, List<FieldProblem> problems) {}

    /** @throws Refused when it is no array of objects */
    <T extends Record> Elements<T> elementsOf(Class<T> type) {
        if (!tree.isArray() || tree.valueStream().anyMatch(element -> !element.isObject())) {
            throw Refused.invalid("", "refused.json.array");
        }
        List<T> elements = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        JavaType element = StrictJson.MAPPER.constructType(type);
        for (int i = 0; i < tree.size(); i++) {
            try {
                elements.add(converted(tree.get(i), element));
            } catch (Refused unfit) {
                int row = i + 1;
                elements.add(null);
                unfit.problems().forEach(problem -> problems.add(ofRow(row, problem.field(), problem.phrase())));
            }
        }
        return new Elements<>(elements, problems);
    }

    /** What is wrong with a field of an element. @param row from 1, as people count */
    static FieldProblem ofRow(int row, String field, Phrase phrase) {
        return new FieldProblem(
                "[" + row + "]" + (field.isEmpty() || field.startsWith("[") ? "" : ".") + field,
                field.isEmpty()
                        ? Phrase.of("refused.json.row", row, phrase)
                        : Phrase.of("refused.import.row", row, field, phrase));
    }

    /** Only the fields that the record has. @param others of its fields that are another record's here */
    JsonBody only(Class<? extends Record> type, String... others) {
        return new JsonBody(object().deepCopy().retain(fields(type, others)));
    }

    /** All but the fields that the record has. @param others of its fields that are another record's here */
    JsonBody without(Class<? extends Record> type, String... others) {
        return new JsonBody(object().deepCopy().without(fields(type, others)));
    }

    private static List<String> fields(Class<? extends Record> type, String... others) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of(others).contains(name))
                .toList();
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
        throw Refused.invalid("", "refused.json.object");
    }

    private static <T> T converted(JsonNode from, JavaType type) {
        try {
            return StrictJson.MAPPER.treeToValue(from, type);
        } catch (JsonProcessingException unfit) {
            throw UnfitJson.refusal(unfit);
        }
    }
}
