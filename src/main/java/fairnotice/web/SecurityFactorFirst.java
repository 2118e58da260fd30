package fairnotice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever has to have a second factor, and has none, to where it is set up. They hold no role until then, so nothing else is open to them. */
final class SecurityFactorFirst extends OncePerRequestFilter {

    /** What they are given in place of their roles. */
    static final GrantedAuthority NEEDED = new SimpleGrantedAuthority("SECOND_FACTOR_NEEDED");

    static final String SET_UP = "/account/second-factor/new";

    private static final RequestMatcher REACHABLE = new OrRequestMatcher(
            SecurityOfPages.OPEN_TO_ALL,
            new AntPathRequestMatcher("/account/second-factor/**"),
            new AntPathRequestMatcher("/logout"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean first = who != null && who.getAuthorities().contains(NEEDED) && !REACHABLE.matches(request);
        if (first) {
            response.sendRedirect(request.getContextPath() + SET_UP);
        } else {
            chain.doFilter(request, response);
        }
    }
}
