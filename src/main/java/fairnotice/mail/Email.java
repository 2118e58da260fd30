package fairnotice.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mailing says, composed once. Personal fields stand as {@code {{name}}} and are merged in at hand-over: into the HTML part
 * escaped, into the subject with control characters removed. {@code {{token}}} is the signed link's token.
 *
 * @param enclosures files that go with it; the same for every recipient
 */
public record Email(String subject, String text, String html, List<Attachment> enclosures) {

    private static final Pattern FIELD = Pattern.compile("( [–-])?(\\s*)(?<!\\{ )\\{\\{([^{}]*)}}");

    public Email {
        enclosures = List.copyOf(enclosures);
    }

    /** A letter that encloses nothing. */
    public Email(String subject, String text, String html) {
        this(subject, text, html, List.of());
    }

    /**
     * The subject as all recipients share it: without their own fields, and without the dash before one.
     *
     * @param shared values of the fields that are the same for all of them
     */
    public String subject(Map<String, String> shared) {
        Matcher field = FIELD.matcher(subject);
        StringBuilder known = new StringBuilder();
        int from = 0;
        while (field.find()) {
            known.append(TypedBraces.shown(subject.substring(from, field.start())));
            String value = shared.get(field.group(3).strip());
            if (value != null) {
                known.append(subject, field.start(), field.end(2)).append(value);
            }
            from = field.end();
        }
        return known.append(TypedBraces.shown(subject.substring(from)))
                .toString()
                .strip();
    }

    /** The text part as it was composed, with its fields' names. */
    public String words() {
        return TypedBraces.shown(text);
    }

    /** The same letter with these files too. */
    public Email enclosing(Attachment... more) {
        return new Email(
                subject,
                text,
                html,
                Stream.concat(enclosures.stream(), Stream.of(more)).toList());
    }
}
