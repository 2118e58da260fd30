package fairnotice.objection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Text that is nothing but text: UTF-8 throughout, no control characters, and nothing that a browser could take for a page. */
final class PlainText {

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "body",
            "svg",
            "script",
            "style",
            "iframe",
            "frame",
            "object",
            "embed",
            "img",
            "link",
            "meta",
            "base",
            "form",
            "input",
            "button",
            "table",
            "div",
            "span",
            "p",
            "a",
            "br",
            "title",
            "video",
            "audio",
            "math",
            "template",
            "details",
            "xsl");
    private static final List<String> DECLARATIONS = List.of("!doctype", "!entity", "![cdata[", "!--", "?xml", "?php");
    private static final int LONGEST = 10;

    private PlainText() {}

    static boolean isPlain(byte[] content) {
        return decoded(content)
                .filter(text -> !hasControl(text) && !isMarkup(text) && !isScript(text))
                .isPresent();
    }

    /** The text, without the mark that some editors put in front; empty when it is not UTF-8. */
    static Optional<String> decoded(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /** Read by hand and once: a pattern would take seconds for five megabytes made for it. */
    static boolean isMarkup(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (isTag(text, pastSpace(text, at + 1))) {
                return true;
            }
        }
        return false;
    }

    static boolean isScript(String text) {
        return text.startsWith("#!");
    }

    /** An address in angle brackets, as answers to mails quote it, is none: its first letters go on. */
    private static boolean isTag(String text, int from) {
        int start = from < text.length() && text.charAt(from) == '/' ? pastSpace(text, from + 1) : from;
        int end = start;
        while (end < text.length() && end < start + LONGEST && isLetter(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            return isDeclared(text, start);
        }
        boolean ends = end == text.length() || ">/:".indexOf(text.charAt(end)) >= 0 || isSpace(text.charAt(end));
        return ends && ELEMENTS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isDeclared(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '!' && text.charAt(at) != '?') {
            return false;
        }
        for (String begin : DECLARATIONS) {
            if (text.regionMatches(true, at, begin, 0, begin.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static int pastSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
