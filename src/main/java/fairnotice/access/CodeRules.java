package fairnotice.access;

import fairnotice.refusal.Refused;

/** Why a code is refused, in sentences for whoever typed it. */
final class CodeRules {

    private static final String ASK_AGAIN = " Please ask for a new one.";

    private CodeRules() {}

    /** @throws Refused unless a live code was right */
    static void check(KeptCodes.Tried tried) {
        KeptCode right = tried.right();
        if (right == null) {
            throw refused(wrong(tried));
        }
        if (right.redeemed()) {
            throw usedBefore();
        }
        if (right.replaced()) {
            throw refused("A newer code was sent after this one. Please type the newest.");
        }
        if (right.expired()) {
            throw refused(
                    "This code has expired: it was valid for " + OneTimeCodes.VALID_MINUTES + " minutes." + ASK_AGAIN);
        }
    }

    static Refused usedBefore() {
        return refused("This code was used before, and it works only once." + ASK_AGAIN);
    }

    private static String wrong(KeptCodes.Tried tried) {
        int left = tried.all().stream()
                .filter(KeptCode::isLive)
                .mapToInt(code -> OneTimeCodes.TRIES - code.wrong())
                .max()
                .orElse(0);
        if (left > 0) {
            return "This is not the code that was mailed. You have " + left + (left == 1 ? " try" : " tries")
                    + " left.";
        }
        if (tried.all().isEmpty()) {
            return "No code was sent for this yet. Please ask for one.";
        }
        return tried.all().get(0).isUsedUp()
                ? "Too many wrong codes were typed, so the code that was mailed is void." + ASK_AGAIN
                : "No code that was sent for this is valid any more." + ASK_AGAIN;
    }

    private static Refused refused(String sentence) {
        return Refused.invalid("code", sentence);
    }
}
