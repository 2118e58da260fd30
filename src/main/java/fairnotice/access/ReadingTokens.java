package fairnotice.access;

import fairnotice.refusal.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of a member of staff: for themselves, and for administrators of all registers. */
@Service
public class ReadingTokens {

    private final ApiTokens tokens;

    ReadingTokens(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** @throws Refused when they are another's, and the actor is no administrator */
    @Transactional(readOnly = true)
    public List<KeptToken> of(String username, Actor actor) {
        StaffRules.mayKeep(username, actor);
        return tokens.of(username);
    }
}
