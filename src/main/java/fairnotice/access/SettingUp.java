package fairnotice.access;

import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator, who makes everybody else. Possible while nobody has ever had an account, for whoever knows the set-up code. */
@Service
public class SettingUp {

    private final SetupCodes codes;
    private final StaffDirectory directory;
    private final FirstAdministrator administrator;
    private volatile boolean done;

    SettingUp(SetupCodes codes, StaffDirectory directory, FirstAdministrator administrator) {
        this.codes = codes;
        this.directory = directory;
        this.administrator = administrator;
    }

    /**
     * What the first administrator typed.
     *
     * @param code see {@link SetupCode}
     * @param again the password once more
     */
    public record First(String code, String name, String email, String username, String password, String again) {

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "first administrator";
        }
    }

    /** Whether it can still be done. */
    public boolean isOpen() {
        done = done || !directory.isEmpty();
        return !done;
    }

    /** Opens that code where it can still be done, in place of any other. */
    @Transactional
    public void open(SetupCode code) {
        if (isOpen()) {
            codes.open(code);
        }
    }

    /**
     * @param hash makes of a password what is kept of it, with its algorithm in front
     * @throws Refused when it is done already, the code is wrong or void, or with every other problem at once
     */
    public void begin(First typed, UnaryOperator<String> hash) {
        mustBeOpen();
        mustKnowTheCode(typed.code());
        Staff first = checked(typed);
        String kept = hash.apply(typed.password());
        if (!administrator.make(first, kept)) {
            throw over();
        }
        done = true;
        SecurityEvent.done("set-up").fact("account", first.username()).log();
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw over();
        }
    }

    private static Refused over() {
        return Refused.conflict("refused.setup.over");
    }

    private void mustKnowTheCode(String typed) {
        String open = codes.take().orElseThrow(() -> {
            SecurityEvent.limited("setup-code").log();
            return Refused.invalid("code", "refused.setup.code.void", SetupCodes.TRIES);
        });
        if (!isSame(open, new SetupCode(typed == null ? "" : typed).digest())) {
            SecurityEvent.refused("setup-code").log();
            throw Refused.invalid("code", "refused.setup.code.wrong", SetupCodes.TRIES);
        }
        codes.giveBack();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static Staff checked(First typed) {
        String email = EmailAddress.kept(typed.email());
        TextRules problems = new TextRules()
                .line("name", "refused.name.your-name", typed.name())
                .refuseIf(!EmailAddress.isValid(email), "email", EmailAddress.whyNot(email, "refused.setup.email"))
                .refuseIf(!Staff.isUsername(typed.username()), "username", "refused.setup.username");
        PasswordRules.check(
                typed.password(),
                typed.again(),
                Arrays.asList(typed.username(), typed.name(), typed.email()),
                problems);
        problems.orRefuse();
        return new Staff(
                typed.username().strip().toLowerCase(Locale.ROOT), typed.name().strip(), email, Set.of(Role.ADMIN));
    }
}
