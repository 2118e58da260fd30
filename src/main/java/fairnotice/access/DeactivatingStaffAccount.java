package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the log-in, the sessions and the tokens of a member of staff; what was done under the name stays. */
@Service
public class DeactivatingStaffAccount {

    private final StaffDirectory directory;
    private final ApiTokens tokens;
    private final Ledger ledger;
    private final Clock clock;

    DeactivatingStaffAccount(StaffDirectory directory, ApiTokens tokens, Ledger ledger, Clock clock) {
        this.directory = directory;
        this.tokens = tokens;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws NoSuchElementException with a sentence naming the user name */
    @Transactional
    public void dismiss(String username, Actor by) {
        if (!directory.disable(username)) {
            throw new NoSuchElementException("There is no member of staff with the user name \"" + username + "\"");
        }
        tokens.revokeAll(username);
        ledger.record(Entry.of("staff.dismissed", "STAFF-" + username, by.id(), clock.instant()));
        SecurityEvent.done("account-closed")
                .fact("actor", by.id())
                .fact("account", username)
                .log();
    }
}
