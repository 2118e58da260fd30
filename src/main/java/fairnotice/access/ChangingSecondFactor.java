package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member of staff has other recovery codes, or no second factor any more: either takes the password and a code. */
@Service
public class ChangingSecondFactor {

    private final SecondFactors factors;
    private final StaffDirectory directory;
    private final FactorCodes codes;
    private final StaffEntries entries;
    private final AccountNotices notices;

    ChangingSecondFactor(
            SecondFactors factors,
            StaffDirectory directory,
            FactorCodes codes,
            StaffEntries entries,
            AccountNotices notices) {
        this.factors = factors;
        this.directory = directory;
        this.codes = codes;
        this.entries = entries;
        this.notices = notices;
    }

    /** What was typed. @param current the password @param session that asks */
    public record Typed(String current, String code, String session) {

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "typed proof";
        }
    }

    static List<String> digests(List<RecoveryCode> codes, String username) {
        return codes.stream().map(code -> code.digest(username)).toList();
    }

    /**
     * @param now real time
     * @return the new ones, to be shown once; those before are void
     * @throws Refused with what is wrong with password or code
     */
    @Transactional
    public List<String> renewRecoveryCodes(Typed typed, PasswordProof proof, Instant now, Actor by) {
        proven(typed, proof, now, by);
        List<RecoveryCode> recovery = RecoveryCode.generated();
        factors.replaceRecoveryCodes(by.id(), digests(recovery, by.id()));
        entries.recoveryCodesRenewed(by);
        return recovery.stream().map(RecoveryCode::text).toList();
    }

    /**
     * @param now real time
     * @throws Refused with what is wrong with password or code, or when this installation requires one
     */
    @Transactional
    public void switchOff(Typed typed, PasswordProof proof, Instant now, Actor by) {
        Staff staff = proven(typed, proof, now, by);
        if (factors.isRequiredOf(staff)) {
            throw Refused.conflict("refused.factor.required");
        }
        factors.remove(by.id());
        entries.factorSwitchedOff(by);
        notices.tell(staff, AccountNotices.Event.FACTOR_SWITCHED_OFF);
    }

    private Staff proven(Typed typed, PasswordProof proof, Instant now, Actor by) {
        Staff staff = directory.findByUsername(by.id()).orElseThrow(() -> Refused.unknown("refused.unknown.user"));
        proof.mustBe(by.id(), typed.current());
        codes.use(staff, typed.code(), typed.session(), now);
        return staff;
    }
}
