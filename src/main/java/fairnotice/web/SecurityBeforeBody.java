package fairnotice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose body nobody will take before anybody waits for that body: no such address, a token that cannot be right, nobody
 * signed in, no right. A form of ours is read all the same when its session or its cookie is gone, since what was typed is given back.
 */
final class SecurityBeforeBody extends OncePerRequestFilter {

    private final FormAddresses addresses;
    private final RequestMatcher open;
    private final RequestMatcher withoutToken;
    private final CsrfTokenRepository tokens;
    private final SecurityOfOldForms refusing;
    private AuthorizationManager<HttpServletRequest> rights;

    /**
     * @param open what needs nobody to be signed in
     * @param withoutToken forms that need no token
     */
    SecurityBeforeBody(
            FormAddresses addresses,
            RequestMatcher open,
            RequestMatcher withoutToken,
            CsrfTokenRepository tokens,
            SecurityOfOldForms refusing) {
        this.addresses = addresses;
        this.open = open;
        this.withoutToken = withoutToken;
        this.tokens = tokens;
        this.refusing = refusing;
    }

    /** The same that is asked afterwards. */
    void ask(AuthorizationManager<HttpServletRequest> manager) {
        rights = manager;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int status = addresses.status(request);
        boolean ours = SecurityOfOldForms.isOurForm(request);
        if (status != HttpServletResponse.SC_OK) {
            response.sendError(status);
        } else if (!ours && !withoutToken.matches(request) && tokens.loadToken(request) == null) {
            refusing.handle(request, response, new MissingCsrfTokenException(null));
        } else if (open.matches(request)) {
            chain.doFilter(request, response);
        } else if (!SecurityOfOldForms.isSignedIn()) {
            nobody(ours, request, response, chain);
        } else if (!isAllowed(request)) {
            refusing.handle(request, response, new AccessDeniedException("No right"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void nobody(boolean ours, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ours) {
            chain.doFilter(request, response);
        } else {
            refusing.commence(request, response, new InsufficientAuthenticationException("Nobody is signed in"));
        }
    }

    private boolean isAllowed(HttpServletRequest request) {
        Supplier<Authentication> who = () -> SecurityContextHolder.getContext().getAuthentication();
        AuthorizationResult result = rights.authorize(who, request);
        return result == null || result.isGranted();
    }
}
