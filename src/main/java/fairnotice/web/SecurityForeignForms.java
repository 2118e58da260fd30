package fairnotice.web;

import fairnotice.publisher.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site sends, whatever token comes with it. The browser says whose page it is: Fetch Metadata where it knows of
 * it, else the origin. An origin of {@code null} says nothing: our own pages, which tell no address to others, have browsers send it.
 */
final class SecurityForeignForms extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OF_OTHERS = Set.of("cross-site", "same-site");

    private final RequestMatcher fromAnywhere;
    private final PublicAddress address;
    private final AccessDeniedHandler refusing;

    /**
     * @param fromAnywhere what mail programs send
     * @param address where people outside reach us
     */
    SecurityForeignForms(RequestMatcher fromAnywhere, PublicAddress address, AccessDeniedHandler refusing) {
        this.fromAnywhere = fromAnywhere;
        this.address = address;
        this.refusing = refusing;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || fromAnywhere.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            refusing.handle(request, response, new AccessDeniedException("A page of another site sent it"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null && OF_OTHERS.contains(site)
                || origin != null && !origin.equals("null") && !isOurs(authority(origin), request);
    }

    private boolean isOurs(String authority, HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return authority != null
                && (authority.equals(address.authority())
                        || authority.equalsIgnoreCase(host == null ? request.getServerName() : host));
    }

    private static String authority(String url) {
        try {
            String authority = URI.create(url).getRawAuthority();
            return authority == null ? null : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
