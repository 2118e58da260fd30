package fairnotice.mail;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a mailing says, composed once. Personal fields stand as {@code {{name}}} and are merged in at hand-over: into the HTML part
 * escaped, into the subject with control characters removed. {@code {{token}}} is the signed link's token.
 *
 * @param enclosures files that go with it; the same for every recipient
 */
public record Letter(String subject, String text, String html, List<Enclosure> enclosures) {

    public Letter {
        enclosures = List.copyOf(enclosures);
    }

    /** A letter that encloses nothing. */
    public Letter(String subject, String text, String html) {
        this(subject, text, html, List.of());
    }

    /** The subject as all recipients share it: without its personal fields, and without the dash before one. */
    public String sharedSubject() {
        return subject.replaceAll("( [–-])?\\s*\\{\\{[^}]*}}", "").strip();
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
