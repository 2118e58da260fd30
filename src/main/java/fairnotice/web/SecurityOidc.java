package fairnotice.web;

import fairnotice.access.SealedSecrets;
import fairnotice.access.SecurityEvent;
import fairnotice.access.SigningInByProvider;
import fairnotice.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Signing in with an OpenID Connect provider, beside passwords; there only where one is set. State, nonce, PKCE (RFC 7636) and the ID token's proof are
 * Spring Security's own; nothing of the provider's tokens is kept but the ID token, with which its session can be ended too.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("fairnotice.sign-in.oidc.issuer")
@EnableConfigurationProperties(SecurityOidcSettings.class)
class SecurityOidc {

    /** Attribute of a session that the provider vouched for. */
    static final String ID_TOKEN = "fairnotice.id-token";

    private static final String SIGNED_OUT = "fairnotice-signed-out";
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final SecurityOidcProvider provider;
    private final SecurityOidcSettings settings;
    private final SigningInByProvider signingIn;
    private final NoteCookies cookies;
    private final SealedSecrets secrets;
    private final TypedFormPages pages;

    SecurityOidc(
            SecurityOidcSettings settings,
            SigningInByProvider signingIn,
            NoteCookies cookies,
            SealedSecrets secrets,
            TypedFormPages pages) {
        this.provider = new SecurityOidcProvider(settings);
        this.settings = settings;
        this.signingIn = signingIn;
        this.cookies = cookies;
        this.secrets = secrets;
        this.pages = pages;
    }

    @Bean
    SecurityOidcProvider oidcProvider() {
        return provider;
    }

    /** @param next what follows a sign-in */
    void addTo(HttpSecurity http, AuthenticationSuccessHandler next) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver asking = new DefaultOAuth2AuthorizationRequestResolver(
                provider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new Forgetful())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asking)
                                .authorizationRequestRepository(new SecurityOidcRequests(cookies, secrets)))
                        .userInfoEndpoint(info -> info.oidcUserService(new SecurityOidcUsers(signingIn, settings)))
                        .authenticationDetailsSource(SecurityOrigin::new)
                        .successHandler(next)
                        .failureHandler(refusing()))
                .logout(logout -> logout.addLogoutHandler(this::keepForSigningOut));
    }

    /** Why no account could be theirs, in the words of whoever wants in; anything else is the provider's or a forger's. */
    private AuthenticationFailureHandler refusing() {
        return (request, response, refusal) -> {
            SecurityEvent.refused("sign-in")
                    .fact("actor", "unknown")
                    .fact("client", Clients.of(request).network())
                    .fact("by", "provider")
                    .log();
            if (refusal.getCause() instanceof Refused refused) {
                pages.refusedSignIn(refused, request, response);
            } else {
                response.sendRedirect(request.getContextPath() + "/login?provider-failed");
            }
        };
    }

    private void keepForSigningOut(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ID_TOKEN) instanceof String token) {
            cookies.keep(SIGNED_OUT, secrets.seal(SIGNED_OUT, token), LASTS, request, response);
        }
    }

    /** The ID token of the session that was ended here just now. */
    Optional<String> signedOut(HttpServletRequest request) {
        return cookies.kept(SIGNED_OUT, request).flatMap(kept -> secrets.open(SIGNED_OUT, kept));
    }

    /** The name of the provider, where the session that was ended here goes on there. */
    Optional<String> signedOutOf(HttpServletRequest request) {
        return signedOut(request)
                .filter(token -> provider.signOut().isPresent())
                .map(token -> provider.name());
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        cookies.forget(SIGNED_OUT, request, response);
    }

    /** We ask the provider who somebody is, and act there for nobody. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // its tokens are of no use to us
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // there is none
        }
    }
}
