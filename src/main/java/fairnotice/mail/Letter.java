package fairnotice.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mailing says, composed once. Personal fields stand as {@code {{name}}} and are merged in at hand-over: into the HTML part
 * escaped, into the subject with control characters removed. {@code {{token}}} is the signed link's token.
 *
 * @param enclosures files that go with it; the same for every recipient
 */
public record Letter(String subject, String text, String html, List<Enclosure> enclosures) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{[^}]*}}");
    private static final Pattern PERSONAL = Pattern.compile("( [–-])?\\s*" + FIELD);

    public Letter {
        enclosures = List.copyOf(enclosures);
    }

    /** A letter that encloses nothing. */
    public Letter(String subject, String text, String html) {
        this(subject, text, html, List.of());
    }

    /**
     * The subject as all recipients share it: without their own fields, and without the dash before one.
     *
     * @param shared values of the fields that are the same for all of them
     */
    public String subject(Map<String, String> shared) {
        String known = subject;
        for (Map.Entry<String, String> field : shared.entrySet()) {
            known = known.replace(
                    "{{" + field.getKey() + "}}",
                    FIELD.matcher(field.getValue()).replaceAll(""));
        }
        return PERSONAL.matcher(known).replaceAll("").strip();
    }

    /** The same letter with these files too. */
    public Letter enclosing(Enclosure... more) {
        return new Letter(
                subject,
                text,
                html,
                Stream.concat(enclosures.stream(), Stream.of(more)).toList());
    }
}
