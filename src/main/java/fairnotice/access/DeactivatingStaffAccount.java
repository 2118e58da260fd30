package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the sign-in, the sessions and the tokens of a member of staff; what was done under the name stays. */
@Service
public class DeactivatingStaffAccount {

    private final ChangingAccounts changing;
    private final StaffAccounts accounts;
    private final StaffDirectory directory;
    private final StaffRequests requests;
    private final ApiTokens tokens;
    private final Absences absences;
    private final StaffEntries entries;
    private final Clock clock;

    DeactivatingStaffAccount(
            ChangingAccounts changing,
            StaffAccounts accounts,
            StaffDirectory directory,
            StaffRequests requests,
            ApiTokens tokens,
            Absences absences,
            StaffEntries entries,
            Clock clock) {
        this.changing = changing;
        this.accounts = accounts;
        this.directory = directory;
        this.requests = requests;
        this.tokens = tokens;
        this.absences = absences;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Counts at once; what waits to be confirmed of the account is over with it.
     *
     * @throws Refused when there is no such account, it is inactive already, or it is the last administrator's
     */
    @Transactional
    public void dismiss(String username, Actor by) {
        changing.begin(by);
        StaffAccount account = changing.active(username);
        if (account.staff().actor().holdsForAll(Role.ADMIN)
                && !accounts.hasAdministratorBesides(account.username(), StaffRules.NOW)) {
            throw Refused.conflict("refused.staff.last-administrator");
        }
        requests.remove(account.username());
        absences.removeAllOf(account.username());
        directory.disable(account.username(), clock.instant());
        tokens.revokeAll(account.username());
        entries.dismissed(account.username(), by);
    }
}
