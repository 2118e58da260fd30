package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** The page that somebody asked for before signing in, as the browser keeps it: a path of ours, for a quarter of an hour. */
final class SecurityAskedPage implements RequestCache {

    private static final String COOKIE = "fairnotice-asked";
    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1500}");

    private final NoteCookies cookies;

    SecurityAskedPage(NoteCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (HttpMethod.GET.matches(request.getMethod())
                && isPage(request)
                && HERE.matcher(page).matches()) {
            cookies.keep(COOKIE, page, LASTS, request, response);
        }
    }

    /** As a browser asks for one, and no script for a part of it. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        boolean html = accepted == null || accepted.contains("text/html") || accepted.contains("*/*");
        return html && request.getHeader("HX-Request") == null;
    }

    /** Once: whoever signs in again later begins anew. */
    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        removeRequest(request, response);
        return page(request).map(SimpleSavedRequest::new).orElse(null);
    }

    private Optional<String> page(HttpServletRequest request) {
        return cookies.kept(COOKIE, request).filter(page -> HERE.matcher(page).matches());
    }

    /** A page is asked for anew, so that there is nothing to restore. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        cookies.forget(COOKIE, request, response);
    }
}
