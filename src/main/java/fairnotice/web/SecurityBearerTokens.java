package fairnotice.web;

import fairnotice.access.ApiToken;
import fairnotice.access.ApiTokens;
import fairnotice.access.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer fn_…}: the request acts as the token's owner (RFC 6750, section 2.1). */
final class SecurityBearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

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
        Optional<Staff> holder = tokens.holder(token.digest());
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
        audit.tokenUsed(token.digest(), holder.get(), request);
        act(holder.get());
        chain.doFilter(request, response);
    }

    private static void act(Staff staff) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                staff.username(), null, SecurityRoles.authorities(staff)));
        SecurityContextHolder.setContext(context);
    }
}
