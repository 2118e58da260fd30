package fairnotice.subscription;

/** Why a subscription was not asked for, confirmed or left; a sentence its reader can act on. */
public class SubscriptionRefused extends RuntimeException {

    SubscriptionRefused(String sentence) {
        super(sentence);
    }
}
