package fairnotice.access;

import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member of staff puts another password in place of the one they know. All sessions end; the one that asks may be carried on. */
@Service
public class ChangingPassword {

    private final StaffAccounts accounts;
    private final StaffEntries entries;
    private final AccountNotices notices;

    ChangingPassword(StaffAccounts accounts, StaffEntries entries, AccountNotices notices) {
        this.accounts = accounts;
        this.entries = entries;
        this.notices = notices;
    }

    /** What was typed. @param again the new password once more */
    public record Typed(String current, String password, String again) {

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "typed passwords";
        }
    }

    /**
     * @param hash makes of a password what is kept of it, with its algorithm in front
     * @throws Refused with every problem of what was typed, or when the account was changed at once with this
     */
    @Transactional
    public void change(Typed typed, PasswordProof proof, UnaryOperator<String> hash, Actor by) {
        StaffAccount account = accounts.find(by.id())
                .filter(StaffAccount::active)
                .orElseThrow(() -> Refused.unknown("refused.unknown.user"));
        proof.mustBe(by.id(), typed.current());
        Staff staff = account.staff();
        TextRules problems = new TextRules();
        PasswordRules.check(
                typed.password(), typed.again(), List.of(staff.username(), staff.name(), staff.email()), problems);
        problems.refuseIf(typed.current().equals(typed.password()), "password", "refused.password.same");
        problems.orRefuse();
        if (!accounts.choosePassword(account, hash.apply(typed.password()))) {
            throw Refused.conflict("refused.staff.changed-again");
        }
        entries.passwordChosen(staff);
        notices.tell(staff, AccountNotices.Event.PASSWORD_CHANGED);
    }
}
