package fairnotice.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;

/** Says of JSON that does not fit which field it is and what would be right. */
final class UnfitJson {

    private static final int SHOWN = 80;

    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "refused.json.text",
            Boolean.class, "refused.json.boolean",
            LocalDate.class, "refused.json.day",
            Instant.class, "refused.json.moment",
            Long.class, "refused.json.whole-number",
            Integer.class, "refused.json.whole-number");

    private UnfitJson() {}

    static Refused refusal(JsonProcessingException unfit) {
        if (unfit instanceof UnrecognizedPropertyException unknown) {
            return Refused.invalid(field(unknown), unknownField(unknown));
        }
        if (unfit instanceof MismatchedInputException mismatch) {
            return Refused.invalid(field(mismatch), "refused.json.wanted", wanted(mismatch.getTargetType()));
        }
        String field = unfit instanceof JsonMappingException mapping ? field(mapping) : "";
        return Refused.invalid(field, "refused.json.unfit");
    }

    private static Phrase unknownField(UnrecognizedPropertyException unknown) {
        String known =
                unknown.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", "));
        return Phrase.of("refused.json.unknown-field", shortened(unknown.getPropertyName()), known);
    }

    /** Such as {@code subprocessor.location} or {@code [3].contacts[1].email}; elements are counted from 1, as people count rows. */
    private static String field(JsonMappingException unfit) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : unfit.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex() + 1).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(step.getFieldName()));
            }
        }
        return path.toString();
    }

    private static Phrase wanted(Class<?> type) {
        if (type == null) {
            return Phrase.of("refused.json.other");
        }
        if (type.isEnum()) {
            return Phrase.of(
                    "refused.json.one-of",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (Record.class.isAssignableFrom(type)) {
            return Phrase.of("refused.json.an-object");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Phrase.of("refused.json.an-array");
        }
        return Phrase.of(SCALARS.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), "refused.json.number"));
    }

    static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
