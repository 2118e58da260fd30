package fairnotice.objection;

import fairnotice.refusal.Phrase;
import java.util.Locale;

/** Steps of a customer that bind it, and so need a one-time code mailed to a contact with authority. */
public enum Act {
    ACCEPT(CustomerStep.ACCEPT),
    DROP(CustomerStep.WITHDRAW);

    private final CustomerStep step;

    Act(CustomerStep step) {
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
        return Phrase.of("said.act." + name(), objection.reference()).said();
    }
}
