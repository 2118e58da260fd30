package fairnotice.access;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;

/** Why a code is refused, in sentences for whoever typed it. */
final class CodeRules {

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
            throw refused(Phrase.of("refused.code.replaced"));
        }
        if (right.expired()) {
            throw refused(Phrase.of("refused.code.expired", OneTimeCodes.VALID_MINUTES));
        }
    }

    /** Says whether one of those that were sent can still be used, and otherwise when another can be asked for. */
    static Refused tooManyAsked(KeptCodes.Asked asked) {
        if (asked.usable()) {
            return Refused.conflict("refused.code.too-many-asked", OneTimeCodes.CODES_AN_HOUR);
        }
        Phrase wait = asked.minutesToNext() == 1
                ? Phrase.of("refused.wait.minutes.one")
                : Phrase.of("refused.wait.minutes", asked.minutesToNext());
        return Refused.conflict("refused.code.too-many-asked.none", OneTimeCodes.CODES_AN_HOUR, wait);
    }

    static Refused usedBefore() {
        return refused(Phrase.of("refused.code.used"));
    }

    private static Phrase wrong(KeptCodes.Tried tried) {
        int left = tried.all().stream()
                .filter(KeptCode::isLive)
                .mapToInt(code -> OneTimeCodes.TRIES - code.wrong())
                .max()
                .orElse(0);
        if (left > 0) {
            return left == 1 ? Phrase.of("refused.code.wrong.last") : Phrase.of("refused.code.wrong", left);
        }
        if (tried.all().isEmpty()) {
            return Phrase.of("refused.code.none");
        }
        return tried.all().get(0).isUsedUp() ? Phrase.of("refused.code.void") : Phrase.of("refused.code.over");
    }

    private static Refused refused(Phrase phrase) {
        return Refused.invalid("code", phrase);
    }
}
