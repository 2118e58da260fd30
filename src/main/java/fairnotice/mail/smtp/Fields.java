package fairnotice.mail.smtp;

import java.util.Map;

/**
 * What fills the {@code {{fields}}} of one message: the message's own, and {@code token}, {@code base}, {@code name} and {@code address},
 * which no field of its own can replace.
 */
record Fields(Map<String, String> own, Map<String, String> given) {

    String value(String field) {
        String value = given.containsKey(field) ? given.get(field) : own.get(field);
        return value == null ? "" : value;
    }
}
