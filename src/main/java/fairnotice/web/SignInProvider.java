package fairnotice.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The provider that staff can sign in with beside a password; in templates {@code ${@signInProvider.name()}}. */
@Component("signInProvider")
public class SignInProvider {

    private final String name;

    SignInProvider(
            @Value("${fairnotice.sign-in.oidc.issuer:}") String issuer,
            @Value("${fairnotice.sign-in.oidc.name:OpenID Connect}") String name) {
        this.name = issuer.isBlank() ? null : name;
    }

    /** As the button calls it; null where there is none. */
    public String name() {
        return name;
    }
}
