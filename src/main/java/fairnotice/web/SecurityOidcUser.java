package fairnotice.web;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Whoever the provider vouched for, as the account that they have here. */
final class SecurityOidcUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final SecurityAccount account;

    SecurityOidcUser(OidcUser vouched, SecurityAccount account) {
        super(account.getAuthorities(), vouched.getIdToken(), vouched.getUserInfo());
        this.account = account;
    }

    SecurityAccount account() {
        return account;
    }

    @Override
    public String getName() {
        return account.getUsername();
    }
}
