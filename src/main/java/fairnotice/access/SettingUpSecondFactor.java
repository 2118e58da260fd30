package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member of staff has an app show codes from now on. It counts once a code of it was typed; nothing is kept before. */
@Service
public class SettingUpSecondFactor {

    private final SecondFactors factors;
    private final SealedSecrets secrets;
    private final StaffDirectory directory;
    private final AuthenticatorCodes apps;
    private final FactorCodes codes;
    private final StaffEntries entries;
    private final AccountNotices notices;

    SettingUpSecondFactor(
            SecondFactors factors,
            SealedSecrets secrets,
            StaffDirectory directory,
            AuthenticatorCodes apps,
            FactorCodes codes,
            StaffEntries entries,
            AccountNotices notices) {
        this.factors = factors;
        this.secrets = secrets;
        this.directory = directory;
        this.apps = apps;
        this.codes = codes;
        this.entries = entries;
        this.notices = notices;
    }

    /**
     * What an app is given.
     *
     * @param sealed the same, as the form carries it; nobody else can use it
     * @param secret base32, to be typed
     * @param address to be scanned
     */
    public record Offer(String sealed, String secret, String address) {

        /** Says nothing of the secret, wherever it is logged. */
        @Override
        public String toString() {
            return "offered factor";
        }
    }

    /** What was typed. @param sealed of the offer @param current the password */
    public record Typed(String sealed, String code, String current) {

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "typed factor";
        }
    }

    /** @throws Refused when there is one already */
    @Transactional(readOnly = true)
    public Offer offer(Actor by) {
        mustHaveNone(by);
        String secret = apps.newSecret();
        return new Offer(secrets.seal(purpose(by), secret), secret, apps.address(by.id(), secret));
    }

    /** The same once more, after a code that was wrong; another one where it cannot be read. */
    @Transactional(readOnly = true)
    public Offer again(String sealed, Actor by) {
        mustHaveNone(by);
        return opened(sealed, by)
                .map(secret -> new Offer(sealed, secret, apps.address(by.id(), secret)))
                .orElseGet(() -> offer(by));
    }

    /**
     * @param now real time
     * @return the recovery codes, to be shown once: they cannot be read again
     * @throws Refused with what is wrong with password or code, or when there is one already
     */
    @Transactional
    public List<String> confirm(Typed typed, PasswordProof proof, Instant now, Actor by) {
        mustHaveNone(by);
        Staff staff = directory.findByUsername(by.id()).orElseThrow(() -> Refused.unknown("refused.unknown.user"));
        proof.mustBe(by.id(), typed.current());
        String secret = opened(typed.sealed(), by).orElseThrow(() -> Refused.invalid("code", "refused.factor.first"));
        long step = codes.first(by.id(), secret, typed.code(), now);
        List<RecoveryCode> recovery = RecoveryCode.generated();
        String kept = secrets.seal(FactorCodes.purpose(by.id()), secret);
        if (!factors.add(by.id(), kept, step, ChangingSecondFactor.digests(recovery, by.id()))) {
            throw Refused.conflict("refused.factor.there");
        }
        entries.factorSetUp(by);
        notices.tell(staff, AccountNotices.Event.FACTOR_SET_UP);
        return recovery.stream().map(RecoveryCode::text).toList();
    }

    private Optional<String> opened(String sealed, Actor by) {
        return sealed == null ? Optional.empty() : secrets.open(purpose(by), sealed);
    }

    private static String purpose(Actor by) {
        return "second-factor-offer/" + by.id();
    }

    private void mustHaveNone(Actor by) {
        if (factors.find(by.id()).isPresent()) {
            throw Refused.conflict("refused.factor.there");
        }
    }
}
