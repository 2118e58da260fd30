package fairnotice.subscription;

import fairnotice.refusal.Phrase;

/** Why a subscription was not asked for, confirmed or left; a sentence its reader can act on. */
public class SubscriptionRefused extends RuntimeException {

    private final transient Phrase phrase;

    SubscriptionRefused(Phrase phrase) {
        super(phrase.english());
        this.phrase = phrase;
    }

    public Phrase phrase() {
        return phrase;
    }
}
