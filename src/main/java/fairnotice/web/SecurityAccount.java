package fairnotice.web;

import fairnotice.access.Credential;
import org.springframework.security.core.userdetails.User;

/** Whoever just signed in, with the epoch of the account that their password was of. */
final class SecurityAccount extends User {

    private static final long serialVersionUID = 1L;

    private final int epoch;

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
    }

    int epoch() {
        return epoch;
    }
}
