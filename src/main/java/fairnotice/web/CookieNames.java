package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * What every cookie is called and how it is set. Over https it is called {@code __Host-…}, with which a browser takes it from this host alone,
 * secure and for all of its pages, so that no neighbour can set it (RFC 6265bis, section 4.1.3.2); over http, as on a machine of one's own,
 * browsers take no such name.
 */
final class CookieNames {

    static final String SAME_SITE = "Lax";
    static final String PATH = "/";

    private CookieNames() {}

    static String hosted(String name) {
        return "__Host-" + name;
    }

    static String of(String name, HttpServletRequest request) {
        return request.isSecure() ? hosted(name) : name;
    }

    /** One that no script reads; {@linkplain Duration#ZERO none} ends it. */
    static String written(String name, String value, Duration lasts, HttpServletRequest request) {
        return ResponseCookie.from(of(name, request), value)
                .maxAge(lasts)
                .path(PATH)
                .secure(request.isSecure())
                .httpOnly(true)
                .sameSite(SAME_SITE)
                .build()
                .toString();
    }
}
