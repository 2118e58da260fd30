package fairnotice.web;

import fairnotice.limit.Client;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Where a password comes from, with what the browser keeps of an earlier sign-in. */
final class SecurityOrigin extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "fairnotice-device";
    private static final Duration KEPT = Duration.ofDays(180);

    private final transient String device;

    SecurityOrigin(HttpServletRequest request) {
        super(request);
        Cookie cookie = WebUtils.getCookie(request, CookieNames.of(COOKIE, request));
        this.device = cookie == null ? null : cookie.getValue();
    }

    /** @param device null for none */
    SecurityOrigin(String address, String device) {
        super(address, null);
        this.device = device;
    }

    /** Null for none. */
    String device() {
        return device;
    }

    /** Has the browser keep it. */
    static void keep(String device, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, CookieNames.written(COOKIE, device, KEPT, request));
    }

    static Client client(Object details) {
        return Client.at(details instanceof WebAuthenticationDetails origin ? origin.getRemoteAddress() : null);
    }
}
