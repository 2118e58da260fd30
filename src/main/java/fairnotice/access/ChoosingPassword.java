package fairnotice.access;

import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever was mailed a link chooses a password with it, once; all sessions of the account end. */
@Service
public class ChoosingPassword {

    private final PasswordLinks links;
    private final StaffAccounts accounts;
    private final StaffEntries entries;

    ChoosingPassword(PasswordLinks links, StaffAccounts accounts, StaffEntries entries) {
        this.links = links;
        this.accounts = accounts;
        this.entries = entries;
    }

    /** What was typed. @param again the password once more */
    public record Chosen(String password, String again) {

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "chosen password";
        }
    }

    /**
     * @param hash makes of a password what is kept of it, with its algorithm in front
     * @param now real time
     * @throws Refused as unknown when the link works no more; with every problem of the password
     */
    @Transactional
    public void choose(String link, Chosen typed, UnaryOperator<String> hash, Instant now) {
        StaffAccount account = links.read(link, now).orElseThrow(ChoosingPassword::over);
        Staff staff = account.staff();
        TextRules problems = new TextRules();
        PasswordRules.check(
                typed.password(), typed.again(), List.of(staff.username(), staff.name(), staff.email()), problems);
        problems.orRefuse();
        if (!accounts.choosePassword(account, hash.apply(typed.password()))) {
            throw over();
        }
        entries.passwordChosen(staff);
    }

    private static Refused over() {
        return Refused.unknown("refused.staff.link-over");
    }
}
