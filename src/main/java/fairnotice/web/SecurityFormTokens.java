package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token of a form. Of somebody who is signed in it follows from the session, so that no other session's and no visitor's is taken for it.
 * A visitor has no session: there it stands in a cookie (double submit), which no neighbour of this host can set over https.
 */
final class SecurityFormTokens implements CsrfTokenRepository {

    private static final String COOKIE = "XSRF-TOKEN";
    private static final String HEADER = "X-XSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    private final CookieCsrfTokenRepository plain = cookie();
    private final CookieCsrfTokenRepository hosted = cookie();

    SecurityFormTokens() {
        hosted.setCookieName(CookieNames.hosted(COOKIE));
        hosted.setCookiePath(CookieNames.PATH);
    }

    private static CookieCsrfTokenRepository cookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(COOKIE);
        cookie.setCookieCustomizer(it -> it.sameSite(CookieNames.SAME_SITE));
        return cookie;
    }

    /** Nobody who reads a page learns the session's id, which alone gives the token. */
    static String of(String session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256("form token of " + session));
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? visitors(request).loadToken(request) : token(session);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? visitors(request).generateToken(request) : token(session);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null || request.getSession(false) == null) {
            visitors(request).saveToken(token, request, response);
        }
    }

    private static CsrfToken token(HttpSession session) {
        return new DefaultCsrfToken(HEADER, PARAMETER, of(session.getId()));
    }

    private CookieCsrfTokenRepository visitors(HttpServletRequest request) {
        return request.isSecure() ? hosted : plain;
    }
}
