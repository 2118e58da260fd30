package fairnotice.register.file;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.refusal.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one object in a register file; every complaint names the file and the path of the field. */
final class Fields {

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new BadRegisterFile(file, path, Phrase.of("refused.register-file.group"));
        }
    }

    String text(String name) {
        return text(name, required(name));
    }

    /** Null when the file does not state it. */
    String optionalText(String name) {
        JsonNode value = stated(name);
        return value == null ? null : text(name, value);
    }

    /** Text read by a function that refuses with an {@link UnfitValue} carrying the reason. */
    <T> T read(String name, Function<String, T> reader) {
        return converted(name, text(name), reader);
    }

    <T> T optional(String name, Function<String, T> reader) {
        String value = optionalText(name);
        return value == null ? null : converted(name, value, reader);
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw bad(name, Phrase.of("refused.register-file.flag"));
        }
        return value.booleanValue();
    }

    boolean optionalFlag(String name) {
        return stated(name) != null && flag(name);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return read(name, written -> constant(written, type));
    }

    <T> List<T> list(String name, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode item : array(name)) {
            String place = name + "[" + values.size() + "]";
            values.add(converted(place, text(place, item), reader));
        }
        return List.copyOf(values);
    }

    /** Null when the file does not state it. */
    <T> List<T> optionalList(String name, Function<String, T> reader) {
        return stated(name) == null ? null : list(name, reader);
    }

    Fields group(String name) {
        return new Fields(file, place(name), required(name));
    }

    /** Null when the file does not state it. */
    Fields optionalGroup(String name) {
        return stated(name) == null ? null : group(name);
    }

    List<Fields> groups(String name) {
        List<Fields> groups = new ArrayList<>();
        for (JsonNode item : array(name)) {
            groups.add(new Fields(file, place(name + "[" + groups.size() + "]"), item));
        }
        return groups;
    }

    /** Refuses what nobody has asked for: a misspelt field must not be lost in silence. */
    void nothingElse() {
        node.fieldNames().forEachRemaining((Consumer<String>) name -> {
            if (!known.contains(name)) {
                throw bad(name, Phrase.of("refused.register-file.unknown", String.join(", ", known)));
            }
        });
    }

    BadRegisterFile bad(String name, Phrase complaint) {
        return new BadRegisterFile(file, place(name), complaint);
    }

    static <E extends Enum<E>> E constant(String written, Class<E> type) {
        String wanted = written.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnfitValue(Phrase.of(
                        "refused.register-file.one-of",
                        Stream.of(type.getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", ")))));
    }

    private <T> T converted(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (UnfitValue unfit) {
            throw bad(name + ":", unfit.complaint());
        }
    }

    private String text(String name, JsonNode value) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw bad(name, Phrase.of("refused.register-file.text"));
        }
        return value.textValue().strip();
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw bad(name, Phrase.of("refused.register-file.list"));
        }
        return value;
    }

    private JsonNode required(String name) {
        JsonNode value = stated(name);
        if (value == null) {
            throw bad(name, Phrase.of("refused.register-file.missing"));
        }
        return value;
    }

    private JsonNode stated(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
