package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back tokens of a member of staff, for example when one has leaked: they do so themselves, or an administrator does. */
@Service
public class RevokingTokens {

    private final ApiTokens tokens;
    private final Ledger ledger;
    private final Clock clock;

    RevokingTokens(ApiTokens tokens, Ledger ledger, Clock clock) {
        this.tokens = tokens;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param id see {@link KeptToken}; one that is revoked already is no error
     * @throws Refused when it is another's, and the actor is no administrator
     */
    @Transactional
    public void revoke(String username, long id, Actor by) {
        StaffRules.mayKeep(username, by);
        record(username, tokens.revoke(username, id), by);
    }

    /**
     * Every one of them.
     *
     * @return how many were in force
     * @throws Refused when they are another's, and the actor is no administrator
     */
    @Transactional
    public int revokeAll(String username, Actor by) {
        StaffRules.mayKeep(username, by);
        int revoked = tokens.revokeAll(username);
        record(username, revoked, by);
        return revoked;
    }

    private void record(String username, int revoked, Actor by) {
        if (revoked == 0) {
            return;
        }
        ledger.record(Entry.of("tokens.revoked", "STAFF-" + username, by.id(), clock.instant())
                .with("tokens", revoked));
        SecurityEvent.done("tokens-revoked")
                .fact("actor", by.id())
                .fact("account", username)
                .fact("tokens", revoked)
                .log();
    }
}
