package fairnotice.mail;

import java.util.regex.Pattern;

/**
 * A file that goes with every message of a mailing, as it is: fields are not merged into it.
 *
 * @param name what the recipient saves it as: {@code statement.pdf}; a name, not a path
 * @param contentType with its parameters: {@code text/calendar; method=PUBLISH; charset=UTF-8}
 */
public record Attachment(String name, String contentType, byte[] content) {

    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+(; ?[A-Za-z0-9-]+=[A-Za-z0-9.+-]+)*");
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}\\u0085\\u2028\\u2029]{1,200}");

    /** @throws IllegalArgumentException when the name is a path or no name, or the type is none */
    public Attachment {
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            throw new IllegalArgumentException("Nothing can be enclosed under the name \"" + name + "\"");
        }
        if (!TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("The enclosure " + name + " has no content type: " + contentType);
        }
    }

    @Override
    public String toString() {
        return name + " (" + contentType + ", " + content.length + " bytes)";
    }
}
