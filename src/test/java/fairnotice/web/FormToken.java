package fairnotice.web;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A form's token as a browser sends it: of the session it is in; without one, in the cookie; and masked in the form. Spring's own for tests
 * puts its own tokens in the place of ours until the application ends, as objects that no session here can keep: every later request would fail.
 */
public final class FormToken {

    private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private FormToken() {}

    public static RequestPostProcessor csrf() {
        return request -> {
            String token = session(request).map(SecurityFormTokens::of).orElse(TOKEN);
            List<Cookie> cookies = new ArrayList<>(cookies(request));
            cookies.add(new Cookie("XSRF-TOKEN", token));
            request.setCookies(cookies.toArray(Cookie[]::new));
            request.setParameter("_csrf", masked(token));
            return request;
        };
    }

    /** With as many bytes of nothing as it has. */
    static String masked(String token) {
        return Base64.getUrlEncoder()
                .encodeToString(("\0".repeat(token.length()) + token).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The id of the session whose cookie it carries. */
    private static Optional<String> session(MockHttpServletRequest request) {
        return cookies(request).stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .map(cookie -> new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8))
                .findFirst()
                .or(() -> Optional.ofNullable(request.getSession(false)).map(it -> it.getId()));
    }

    private static List<Cookie> cookies(MockHttpServletRequest request) {
        return request.getCookies() == null ? List.of() : Arrays.asList(request.getCookies());
    }
}
