package fairnotice.objection;

import java.util.Locale;

/** Steps of a customer that bind it, and so need a one-time code mailed to a contact with authority (design section 6). */
public enum Act {
    ACCEPT("accept the offer made for the objection"),
    DROP("take the objection back");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /** Exactly what a code confirms: an offer made later needs a code of its own. */
    String on(Objection objection) {
        String offer = this == ACCEPT ? "/" + objection.offers() : "";
        return name().toLowerCase(Locale.ROOT) + " " + objection.reference() + offer;
    }

    String inWords(Objection objection) {
        return words + " " + objection.reference();
    }
}
