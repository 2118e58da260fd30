package fairnotice.access;

import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.util.Map;

/**
 * A token as it is asked for.
 *
 * @param name by which its owner knows it
 * @param readOnly whether it changes nothing
 * @param within what it may do at most, of what its owner may do at each use; null for all of that
 * @param days of real time until it expires; null where no number was typed
 */
public record NewToken(String name, boolean readOnly, Map<Role, Scope> within, Integer days) {

    /** How long one is good for unless its owner says otherwise. */
    public static final int USUAL_DAYS = 90;

    /** However it is asked for. */
    public static final int MOST_DAYS = 365;

    private static final int LONGEST_NAME = 60;

    /** @throws Refused with every problem of what was typed */
    NewToken checked() {
        TextRules problems = new TextRules();
        String named = name == null ? "" : name.strip();
        problems.refuseIf(named.isEmpty() || named.length() > LONGEST_NAME, "name", "refused.token.name", LONGEST_NAME)
                .refuseIf(named.chars().anyMatch(Character::isISOControl), "name", "refused.token.name", LONGEST_NAME)
                .refuseIf(days == null || days < 1 || days > MOST_DAYS, "days", "refused.token.days", MOST_DAYS)
                .orRefuse();
        return new NewToken(named, readOnly, within, days);
    }
}
