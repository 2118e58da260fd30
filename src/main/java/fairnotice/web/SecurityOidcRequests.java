package fairnotice.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.access.SealedSecrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.jackson2.SecurityJackson2Modules;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What we asked of the provider, as the browser keeps it until it comes back: sealed, for ten minutes, so that no session is needed for it. */
final class SecurityOidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "fairnotice-provider";
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final ObjectMapper json = new ObjectMapper()
            .registerModules(SecurityJackson2Modules.getModules(getClass().getClassLoader()));
    private final NoteCookies cookies;
    private final SealedSecrets secrets;

    SecurityOidcRequests(NoteCookies cookies, SealedSecrets secrets) {
        this.cookies = cookies;
        this.secrets = secrets;
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return cookies.kept(COOKIE, request)
                .flatMap(kept -> secrets.open(COOKIE, kept))
                .flatMap(this::read)
                .filter(asked -> asked.getState().equals(request.getParameter("state")))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            cookies.forget(COOKIE, request, response);
        } else {
            cookies.keep(COOKIE, secrets.seal(COOKIE, written(asked)), LASTS, request, response);
        }
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        cookies.forget(COOKIE, request, response);
        return asked;
    }

    private String written(OAuth2AuthorizationRequest asked) {
        try {
            return json.writeValueAsString(asked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request of Spring's can always be written", e);
        }
    }

    private Optional<OAuth2AuthorizationRequest> read(String text) {
        try {
            return Optional.of(json.readValue(text, OAuth2AuthorizationRequest.class));
        } catch (JsonProcessingException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
