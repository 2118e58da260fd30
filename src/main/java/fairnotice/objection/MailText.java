package fairnotice.objection;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A mail as it was sent (RFC 5322), known by the header it begins with. What follows the header is not read. */
final class MailText {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("\r\n|\n|\r");
    private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]+");
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private MailText() {}

    /** Whether it begins with header fields throughout, among them a sender and what every mail gets on its way. */
    static boolean isMail(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
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
