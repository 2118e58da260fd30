package fairnotice.access;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.List;

/** Why a code is refused, in sentences for whoever typed it. */
final class CodeRules {

    private CodeRules() {}

    /** @throws Refused unless a live code was right; with the tries left at what was mailed to whoever typed it */
    static void check(KeptCodes.Tried tried, String by) {
        KeptCode right = tried.right();
        if (right == null) {
            throw refused(wrong(confirmable(tried.all(), by)));
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

    /** Their own alone, as nobody confirms with another's; all of them where none is their own. */
    private static List<KeptCode> confirmable(List<KeptCode> all, String by) {
        List<KeptCode> own =
                all.stream().filter(code -> Actor.isContact(by, code.holder())).toList();
        return own.isEmpty() ? all : own;
    }

    private static Phrase wrong(List<KeptCode> codes) {
        int left = codes.stream()
                .filter(KeptCode::isLive)
                .mapToInt(code -> OneTimeCodes.TRIES - code.wrong())
                .max()
                .orElse(0);
        if (left > 0) {
            return left == 1 ? Phrase.of("refused.code.wrong.last") : Phrase.of("refused.code.wrong", left);
        }
        if (codes.isEmpty()) {
            return Phrase.of("refused.code.none");
        }
        return codes.get(0).isUsedUp() ? Phrase.of("refused.code.void") : Phrase.of("refused.code.over");
    }

    private static Refused refused(Phrase phrase) {
        return Refused.invalid("code", phrase);
    }
}
