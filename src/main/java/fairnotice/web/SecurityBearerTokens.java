package fairnotice.web;

import fairnotice.access.ApiToken;
import fairnotice.access.ApiTokens;
import fairnotice.access.ShownToken;
import fairnotice.access.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer fn_…}: the request acts as the token's owner (RFC 6750, section 2.1). */
final class SecurityBearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** It is ours, and its time is over. */
    static final class TokenExpired extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        TokenExpired() {
            super("token expired");
        }
    }

    /** It was made to read. */
    static final class TokenOnlyReads extends AccessDeniedException {

        private static final long serialVersionUID = 1L;

        TokenOnlyReads() {
            super("token only-reads");
        }
    }

    private final ApiTokens tokens;
    private final SecurityThrottle throttle;
    private final SecurityAudit audit;
    private final SecurityProblems problems;

    SecurityBearerTokens(ApiTokens tokens, SecurityThrottle throttle, SecurityAudit audit, SecurityProblems problems) {
        this.audit = audit;
        this.tokens = tokens;
        this.throttle = throttle;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null || !shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        ApiToken token = new ApiToken(shown.substring(SCHEME.length()).strip());
        Optional<ShownToken> holder = tokens.holder(token.digest());
        if (holder.isEmpty()) {
            Duration wait = throttle.unknownToken(Clients.of(request));
            audit.unknownToken(!wait.isZero(), request);
            problems.commence(
                    request,
                    response,
                    wait.isZero()
                            ? new BadCredentialsException("The token is unknown or was revoked.")
                            : new SecurityPasswords.TooManyAttempts("tokens", wait));
            return;
        }
        ShownToken known = holder.get();
        if (known.over()) {
            audit.unknownToken(false, request);
            problems.commence(request, response, new TokenExpired());
        } else if (known.readOnly() && !READING.contains(request.getMethod())) {
            SecurityAudit.refused(known.holder().username(), request);
            problems.handle(request, response, new TokenOnlyReads());
        } else {
            audit.tokenUsed(token.digest(), known.holder(), request);
            act(known.holder());
            chain.doFilter(request, response);
        }
    }

    private static void act(Staff staff) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                staff.username(), null, SecurityRoles.authorities(staff)));
        SecurityContextHolder.setContext(context);
    }
}
