package fairnotice.access;

import fairnotice.limit.Limit;
import fairnotice.limit.SignInLimits;
import fairnotice.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * Looks at what somebody typed whose password was right: a code of their app or a recovery code, each of which counts once. Tries are taken before
 * anything is looked at. Where the account signed in before they are its own; elsewhere whoever else has the password shares them.
 */
@Service
class FactorCodes {

    private static final String FIELD = "code";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

    private final SecondFactors factors;
    private final SealedSecrets secrets;
    private final AuthenticatorCodes codes;
    private final StaffEntries entries;
    private final AccountNotices notices;
    private final CountingTries counting;

    FactorCodes(
            SecondFactors factors,
            SealedSecrets secrets,
            AuthenticatorCodes codes,
            StaffEntries entries,
            AccountNotices notices,
            CountingTries counting) {
        this.factors = factors;
        this.secrets = secrets;
        this.codes = codes;
        this.entries = entries;
        this.notices = notices;
        this.counting = counting;
    }

    /** What a secret is sealed for. */
    static String purpose(String username) {
        return "second-factor/" + username;
    }

    /**
     * @param typed spaces and hyphens do not matter
     * @param where the browser or session that asks, when it is known to be the account's; null else
     * @param now real time
     * @throws Refused on the field {@code code}
     */
    void use(Staff staff, String typed, String where, Instant now) {
        SecondFactor factor = factors.find(staff.username()).orElseThrow(() -> Refused.conflict("refused.factor.none"));
        List<Limit> tries = SignInLimits.code(staff.username(), where);
        mayTry(tries);
        String plain = typed == null ? "" : typed.replaceAll("[\\s-]", "");
        if (DIGITS.matcher(plain).matches()) {
            useCode(factor, plain, now);
        } else {
            useRecoveryCode(staff, plain);
        }
        counting.giveBack(tries);
    }

    /** The same for a secret that is not of an account yet. @return the step of the code */
    long first(String username, String secret, String typed, Instant now) {
        List<Limit> tries = SignInLimits.code(username, "set-up");
        mayTry(tries);
        String plain = typed == null ? "" : typed.replaceAll("\\s", "");
        OptionalLong step = DIGITS.matcher(plain).matches() ? codes.step(secret, plain, now) : OptionalLong.empty();
        counting.giveBack(step.isPresent() ? tries : List.of());
        return step.orElseThrow(() -> Refused.invalid(FIELD, "refused.factor.first"));
    }

    private void mayTry(List<Limit> tries) {
        Duration wait = counting.take(tries);
        if (!wait.isZero()) {
            throw Refused.invalid(FIELD, "refused.factor.too-many", wait.toMinutes() + 1);
        }
    }

    private void useCode(SecondFactor factor, String code, Instant now) {
        String secret = secrets.open(purpose(factor.username()), factor.sealed())
                .orElseThrow(() -> Refused.conflict("refused.factor.unreadable"));
        OptionalLong step = codes.step(secret, code, now);
        if (step.isEmpty()) {
            throw Refused.invalid(FIELD, "refused.factor.wrong");
        }
        if (!factors.use(factor.username(), step.getAsLong())) {
            throw Refused.invalid(FIELD, "refused.factor.used");
        }
    }

    private void useRecoveryCode(Staff staff, String plain) {
        String username = staff.username();
        if (!RecoveryCode.isOne(plain)
                || !factors.useRecoveryCode(username, new RecoveryCode(plain).digest(username))) {
            throw Refused.invalid(FIELD, "refused.factor.wrong");
        }
        entries.recoveryCodeUsed(username);
        notices.tell(staff, AccountNotices.Event.RECOVERY_CODE_USED);
    }
}
