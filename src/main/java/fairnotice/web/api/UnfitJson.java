package fairnotice.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fairnotice.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says of JSON that does not fit which field it is and what would be right. */
final class UnfitJson {

    private static final int SHOWN = 80;

    private UnfitJson() {}

    static Refused refusal(JsonProcessingException unfit) {
        if (unfit instanceof UnrecognizedPropertyException unknown) {
            return Refused.invalid(field(unknown), unknownField(unknown));
        }
        if (unfit instanceof MismatchedInputException mismatch) {
            return Refused.invalid(field(mismatch), "Please give " + wanted(mismatch.getTargetType()) + ".");
        }
        String field = unfit instanceof JsonMappingException mapping ? field(mapping) : "";
        return Refused.invalid(field, "Please check the JSON; it does not fit what is asked for here.");
    }

    private static String unknownField(UnrecognizedPropertyException unknown) {
        String known =
                unknown.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "There is no field \"" + shortened(unknown.getPropertyName()) + "\" here; there are " + known + ".";
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

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "something else here";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Record.class.isAssignableFrom(type)) {
            return "a JSON object";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a JSON array";
        }
        return SCALARS.stream()
                .filter(scalar -> scalar.types().contains(type))
                .map(Scalar::words)
                .findFirst()
                .orElse("a number");
    }

    private record Scalar(List<Class<?>> types, String words) {}

    private static final List<Scalar> SCALARS = List.of(
            new Scalar(List.of(String.class), "a text"),
            new Scalar(List.of(Boolean.class, boolean.class), "true or false, without quotation marks"),
            new Scalar(
                    List.of(LocalDate.class),
                    "a day that exists, written like \"2026-12-01\", in a year from 1900 to 2199"),
            new Scalar(
                    List.of(Instant.class),
                    "a time in UTC, written like \"2026-03-02T09:00:00Z\", in a year from 1900 to 2199"),
            new Scalar(List.of(Long.class, long.class, Integer.class, int.class), "a whole number"));

    static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
