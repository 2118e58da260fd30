package fairnotice.register.file;

import fairnotice.calendar.Period;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named fields in their order, without those that state nothing. */
final class Stated {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Periods and constants as a file has them. @param value null where nothing is stated */
    Stated with(String name, Object value) {
        if (value instanceof Enum<?> constant) {
            fields.put(name, RegisterDocument.word(constant));
        } else if (value instanceof Period period) {
            fields.put(name, period.toString());
        } else if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
