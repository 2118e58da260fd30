package fairnotice.mail.smtp;

import fairnotice.mail.TypedBraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut at its {@code {{fields}}}, once per mailing. What stands between {@code {{#field}}} and {@code {{/field}}} is for those
 * messages only that fill the field. What fills a field is never looked into for further fields, and neither is what people typed into
 * the letter ({@link TypedBraces}).
 */
record MergeText(List<Piece> pieces) {

    /** Letters composed by earlier versions took typed braces apart by a space, so that a field after one is none of ours. */
    private static final Pattern FIELD = Pattern.compile("(?<!\\{ )\\{\\{\\s*([#/]?)([A-Za-z0-9_.-]+)\\s*}}");

    /**
     * Either words as they stand, or the name of a field.
     *
     * @param onlyWith the field without which the piece is left out; null for a piece of every message
     */
    record Piece(String words, String field, String onlyWith) {

        boolean isFor(Fields fields) {
            return onlyWith == null || !fields.value(onlyWith).isEmpty();
        }
    }

    /** @throws IllegalArgumentException when a section is not closed, or stands within another */
    static MergeText of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher mark = FIELD.matcher(text);
        String section = null;
        int from = 0;
        while (mark.find()) {
            pieces.add(words(text.substring(from, mark.start()), section));
            String name = mark.group(2);
            switch (mark.group(1)) {
                case "#" -> section = opened(section, name);
                case "/" -> section = closed(section, name);
                default -> pieces.add(new Piece(null, name, section));
            }
            from = mark.end();
        }
        if (section != null) {
            throw new IllegalArgumentException("The section " + section + " is not closed");
        }
        pieces.add(words(text.substring(from), null));
        return new MergeText(List.copyOf(pieces));
    }

    private static Piece words(String composed, String section) {
        return new Piece(TypedBraces.shown(composed), null, section);
    }

    private static String opened(String section, String name) {
        if (section != null) {
            throw new IllegalArgumentException("The section " + name + " stands within the section " + section);
        }
        return name;
    }

    private static String closed(String section, String name) {
        if (!Objects.equals(section, name)) {
            throw new IllegalArgumentException("The section " + name + " is closed and was not opened");
        }
        return null;
    }

    boolean hasFields() {
        return pieces.size() > 1;
    }

    /** The whole text with its fields filled; a field nobody filled is left empty. */
    String merge(Fields fields) {
        StringBuilder merged = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.isFor(fields)) {
                merged.append(piece.field() == null ? piece.words() : fields.value(piece.field()));
            }
        }
        return merged.toString();
    }
}
