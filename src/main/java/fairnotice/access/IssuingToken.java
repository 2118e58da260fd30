package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a machine a token with which it acts as a member of staff. */
@Service
public class IssuingToken {

    private final ApiTokens tokens;
    private final StaffDirectory directory;
    private final Ledger ledger;
    private final Clock clock;

    IssuingToken(ApiTokens tokens, StaffDirectory directory, Ledger ledger, Clock clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return the token, to be shown once: it cannot be read again
     * @throws NoSuchElementException with a sentence naming the user name
     */
    @Transactional
    public ApiToken issue(String username, Actor by) {
        Staff staff = directory
                .findByUsername(username)
                .orElseThrow(() -> new NoSuchElementException(
                        "There is no member of staff with the user name \"" + username + "\""));
        ApiToken token = ApiToken.generated();
        tokens.add(token.digest(), staff.username());
        ledger.record(Entry.of("token.issued", "STAFF-" + staff.username(), by.id(), clock.instant()));
        SecurityEvent.done("token-issued")
                .fact("actor", by.id())
                .fact("account", staff.username())
                .log();
        return token;
    }
}
