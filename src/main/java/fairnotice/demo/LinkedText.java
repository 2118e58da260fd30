package fairnotice.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text cut where its addresses begin and end, so that a page can make links of them without writing HTML. */
final class LinkedText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private LinkedText() {}

    /** @param link whether the text is an address */
    record Piece(String text, boolean link) {}

    /** @param text null for none */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        if (text == null) {
            return pieces;
        }
        int from = 0;
        for (Matcher found = ADDRESS.matcher(text); found.find(); from = found.end()) {
            pieces.add(new Piece(text.substring(from, found.start()), false));
            pieces.add(new Piece(found.group(), true));
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }

    /** The first address in it. @param text null for none */
    static Optional<String> first(String text) {
        return of(text).stream().filter(Piece::link).map(Piece::text).findFirst();
    }
}
