package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever typed the right password types a code as well, and is signed in. */
@Service
public class ProvingSecondFactor {

    private final StaffDirectory directory;
    private final FactorCodes codes;

    ProvingSecondFactor(StaffDirectory directory, FactorCodes codes) {
        this.directory = directory;
        this.codes = codes;
    }

    /**
     * @param epoch of the account when its password was right
     * @param where the browser, when the account signed in there before; null else
     * @param now real time
     * @return the account
     * @throws Refused as unknown when the account is another by now; on the field {@code code} when that is wrong, used, or too many were tried
     */
    @Transactional
    public Credential prove(String username, int epoch, String code, String where, Instant now) {
        Credential credential = directory
                .credential(username)
                .filter(known -> known.epoch() == epoch && !known.disabled())
                .orElseThrow(() -> Refused.unknown("refused.unknown.user"));
        codes.use(credential.staff(), code, where, now);
        return credential;
    }
}
