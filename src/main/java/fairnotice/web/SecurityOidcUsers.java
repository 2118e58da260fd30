package fairnotice.web;

import fairnotice.access.SigningInByProvider;
import fairnotice.access.SigningInByProvider.Claims;
import fairnotice.refusal.Refused;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Finds the account of whoever the provider vouches for, by what the ID token says and, where it has one, its user info. */
final class SecurityOidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService vouching = new OidcUserService();
    private final SigningInByProvider signingIn;
    private final SecurityOidcSettings settings;

    SecurityOidcUsers(SigningInByProvider signingIn, SecurityOidcSettings settings) {
        this.signingIn = signingIn;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser vouched = vouching.loadUser(request);
        List<String> groups = SecurityOidcProvider.groups(vouched.getClaims().get(settings.groupsClaim()));
        Claims claims = new Claims(
                request.getIdToken().getIssuer().toString(),
                vouched.getSubject(),
                vouched.getPreferredUsername(),
                Boolean.TRUE.equals(vouched.getEmailVerified()) ? vouched.getEmail() : null,
                vouched.getFullName(),
                groups);
        try {
            return new SecurityOidcUser(vouched, new SecurityAccount(signingIn.signIn(claims, settings.mapping())));
        } catch (Refused refused) {
            throw new OAuth2AuthenticationException(new OAuth2Error("refused"), refused.getMessage(), refused);
        }
    }
}
