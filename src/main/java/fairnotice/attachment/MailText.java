package fairnotice.attachment;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it was sent (RFC 5322), known by the header it begins with. What follows the header is not read. */
public final class MailText {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("\r\n|\n|\r");
    private static final Pattern END_OF_HEADER = Pattern.compile("\r\n\r\n|\n\n|\r\r");
    private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]+");
    /** As RFC 5322, 3.6.4 has it, on one line or the next, short enough to be repeated on one. */
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^message-id:[ \\t]*(?:\\r?\\n[ \\t]+)?(<[!-;=?-~]{1,240}>)[ \\t]*\\r?$");

    private static final String MARK = "\u00ef\u00bb\u00bf";

    private MailText() {}

    /** How the mail calls itself; none where its header does not say so in a form that others can repeat. */
    public static Optional<String> messageId(byte[] mail) {
        Matcher found = MESSAGE_ID.matcher(header(mail));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String header(byte[] mail) {
        String start = start(mail);
        Matcher end = END_OF_HEADER.matcher(start);
        return end.find() ? start.substring(0, end.start()) : start;
    }

    private static String start(byte[] content) {
        return new String(content, 0, Math.min(content.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    }

    /** Whether it begins with header fields throughout, among them a sender and what every mail gets on its way. */
    public static boolean isMail(byte[] content) {
        String start = start(content);
        Set<String> names = new HashSet<>();
        String[] lines = LINE.split(start.startsWith(MARK) ? start.substring(MARK.length()) : start);
        for (String line : lines) {
            if (line.isEmpty()) {
                break;
            }
            boolean folded = !names.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            String name = line.substring(0, Math.max(0, line.indexOf(':')));
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)
                    || !folded && !FIELD_NAME.matcher(name).matches()) {
                return false;
            }
            names.add(folded ? "" : name.toLowerCase(Locale.ROOT));
        }
        return !PlainText.isScript(start)
                && names.contains("from")
                && (names.contains("date") || names.contains("received") || names.contains("message-id"));
    }
}
