package fairnotice.access;

import java.util.Set;

/** Tokens as members of staff make them for themselves. */
public final class IssuedTokens {

    private IssuedTokens() {}

    /** One with which its owner does whatever they may. */
    public static ApiToken issue(IssuingToken issuing, String username) {
        return issuing.issue(new NewToken("test", false, null, NewToken.USUAL_DAYS), new Actor(username, Set.of()));
    }
}
