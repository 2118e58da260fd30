package fairnotice.mail.thymeleaf;

import fairnotice.mail.TypedBraces;
import java.util.UUID;

/**
 * Tells the {@code {{fields}}} of our templates from braces that somebody typed: while a template is rendered its own stand behind a mark
 * that is drawn by lot at start-up.
 */
final class MergeFieldMarks {

    private static final String FIELD = "{{";

    private final String mark = "field" + UUID.randomUUID().toString().replace("-", "");

    String hide(String template) {
        return template.replace(FIELD, mark);
    }

    /** Puts typed braces away, then brings our own back. */
    String reveal(String rendered) {
        return TypedBraces.hidden(rendered).replace(mark, FIELD);
    }
}
