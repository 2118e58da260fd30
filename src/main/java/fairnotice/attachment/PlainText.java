package fairnotice.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text that is nothing but text: UTF-8 throughout, no control characters, and nothing that a browser could take for a page. */
final class PlainText {

    private static final String SPACE = "[ \t\n\r]";

    /**
     * An address in angle brackets, as answers to mails quote it, is none: its first letters go on. Nothing that was passed is tried
     * again, and no name where none can stand, so that five megabytes made for it take no longer than others.
     */
    private static final Pattern TAG = Pattern.compile("(?i)<" + SPACE + "*+(?:/" + SPACE + "*+)?+"
            + "(?:(?=[!?])(?:!doctype|!entity|!\\[cdata\\[|!--|\\?xml|\\?php)"
            + "|(?=[a-z]{1,8}+(?:[>/:]|" + SPACE + "|\\z))"
            + "(?:html|head|body|svg|script|style|iframe|frame|object|embed|img|link|meta|base|form|input|button|table|div|span"
            + "|p|a|br|title|video|audio|math|template|details|xsl)(?![a-z]))");

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

    static boolean isMarkup(String text) {
        return TAG.matcher(text).find();
    }

    static boolean isScript(String text) {
        return text.startsWith("#!");
    }
}
