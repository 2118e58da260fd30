package fairnotice.web;

import fairnotice.access.Credential;
import org.springframework.security.core.userdetails.User;

/** Whoever just signed in, with the epoch of the account that their password was of. */
final class SecurityAccount extends User {

    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final boolean secondFactor;

    SecurityAccount(Credential credential) {
        super(
                credential.staff().username(),
                credential.passwordHash(),
                !credential.disabled(),
                true,
                true,
                true,
                SecurityRoles.authorities(credential.staff()));
        this.epoch = credential.epoch();
        this.secondFactor = credential.secondFactor();
    }

    int epoch() {
        return epoch;
    }

    /** Whether the password alone does not sign them in. */
    boolean hasSecondFactor() {
        return secondFactor;
    }
}
