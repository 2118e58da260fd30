package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The session's cookie. What is no session's id as we give them is none, so that nothing else is looked up. Over https its name begins with
 * {@code __Host-}, so that no neighbour of this host can set it (RFC 6265bis, section 4.1.3.2).
 */
@Component
class SecuritySessionCookie implements CookieSerializer {

    private static final String SESSION = "SESSION";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DefaultCookieSerializer plain = named(SESSION);
    private final DefaultCookieSerializer hosted = named(CookieNames.hosted(SESSION));

    private static DefaultCookieSerializer named(String name) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setSameSite(CookieNames.SAME_SITE);
        return cookie;
    }

    SecuritySessionCookie() {
        hosted.setCookiePath(CookieNames.PATH);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request).stream()
                .filter(id -> ID.matcher(id).matches())
                .toList();
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    private DefaultCookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? hosted : plain;
    }
}
