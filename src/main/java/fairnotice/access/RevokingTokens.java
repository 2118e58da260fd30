package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back every token of a member of staff, for example when one has leaked. */
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

    /** @return how many were in force */
    @Transactional
    public int revoke(String username, Actor by) {
        int revoked = tokens.revokeAll(username);
        ledger.record(Entry.of("tokens.revoked", "STAFF-" + username, by.id(), clock.instant())
                .with("tokens", revoked));
        SecurityEvent.done("tokens-revoked")
                .fact("actor", by.id())
                .fact("account", username)
                .fact("tokens", revoked)
                .log();
        return revoked;
    }
}
