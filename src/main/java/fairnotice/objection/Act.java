package fairnotice.objection;

import java.util.Locale;

/** Steps of a customer that bind it, and so need a one-time code mailed to a contact with authority. */
public enum Act {
    ACCEPT("accept the offer made for the objection", CustomerStep.ACCEPT),
    DROP("withdraw the objection", CustomerStep.WITHDRAW);

    private final String words;
    private final CustomerStep step;

    Act(String words, CustomerStep step) {
        this.words = words;
        this.step = step;
    }

    public CustomerStep step() {
        return step;
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
