package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links with which a member of staff chooses a password. Each is good for the account as it was when the link was made: a password, other roles, another
 * address or its end make the link void.
 */
@Service
public class PasswordLinks {

    /** How long one works for who forgot theirs, of real time. */
    public static final Duration FORGOTTEN = Duration.ofHours(1);

    /** The same for a new account. */
    public static final Duration INVITED = Duration.ofDays(7);

    private static final String PURPOSE = "password-link";
    private static final String BETWEEN = " ";

    private final SignedNotes notes;
    private final StaffAccounts accounts;
    private final StaffEntries entries;

    PasswordLinks(SignedNotes notes, StaffAccounts accounts, StaffEntries entries) {
        this.notes = notes;
        this.accounts = accounts;
        this.entries = entries;
    }

    /**
     * What stands in the link to the first password of an account, which an administrator has sent.
     *
     * @param now real time
     * @throws Refused when the actor is no administrator for all registers, or no first password is to be chosen
     */
    @Transactional
    public String invite(String username, Actor by, Instant now) {
        StaffRules.onlyAdministrators(by);
        StaffAccount account = accounts.find(username)
                .filter(StaffAccount::isInvited)
                .orElseThrow(() -> Refused.conflict("refused.staff.not-invited"));
        entries.passwordLinkSent(account.username(), by);
        return sign(account, INVITED, now);
    }

    /**
     * The same for who says that they forgot theirs. As much is done for a name that nobody has.
     *
     * @param now real time
     */
    @Transactional
    public String forgotten(Staff staff, Instant now) {
        StaffAccount account = accounts.find(staff.username()).orElse(new StaffAccount(staff, false, null, false, 0));
        entries.passwordLinkSent(account.username(), Actor.SYSTEM);
        return sign(account, FORGOTTEN, now);
    }

    private String sign(StaffAccount account, Duration valid, Instant now) {
        return notes.sign(PURPOSE, text(account), now.plus(valid));
    }

    private static String text(StaffAccount account) {
        return String.join(
                BETWEEN,
                account.username(),
                Integer.toString(account.epoch()),
                DigestUtils.sha256Hex(account.staff().email()));
    }

    /** The account it was sent for; empty when it is none of ours, its time is over, or the account is another by now. @param now real time */
    @Transactional(readOnly = true)
    public Optional<StaffAccount> read(String link, Instant now) {
        return notes.read(PURPOSE, link, now)
                .flatMap(text -> accounts.find(text.substring(0, text.indexOf(BETWEEN)))
                        .filter(StaffAccount::active)
                        .filter(account -> text(account).equals(text)));
    }
}
