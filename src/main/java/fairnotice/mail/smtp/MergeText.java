package fairnotice.mail.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut at its {@code {{fields}}}, once per mailing. What fills a field is never looked into for further fields. */
record MergeText(List<Piece> pieces) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.-]+)\\s*}}");

    /** Either words as they stand, or the name of a field. */
    record Piece(String words, String field) {}

    static MergeText of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        int from = 0;
        while (field.find()) {
            pieces.add(new Piece(text.substring(from, field.start()), null));
            pieces.add(new Piece(null, field.group(1)));
            from = field.end();
        }
        pieces.add(new Piece(text.substring(from), null));
        return new MergeText(List.copyOf(pieces));
    }

    boolean hasFields() {
        return pieces.size() > 1;
    }

    /** The whole text with its fields filled; a field nobody filled is left empty. */
    String merge(Fields fields) {
        StringBuilder merged = new StringBuilder();
        for (Piece piece : pieces) {
            merged.append(piece.field() == null ? piece.words() : fields.value(piece.field()));
        }
        return merged.toString();
    }
}
