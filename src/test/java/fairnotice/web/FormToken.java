package fairnotice.web;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A form's token as a browser sends it: in the cookie, and masked in the form. Spring's own for tests would put it into a session. */
public final class FormToken {

    private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";
    /** With as many bytes of nothing as it has. */
    private static final String MASKED = Base64.getUrlEncoder()
            .encodeToString(("\0".repeat(TOKEN.length()) + TOKEN).getBytes(StandardCharsets.ISO_8859_1));

    private FormToken() {}

    public static RequestPostProcessor csrf() {
        return request -> {
            List<Cookie> cookies =
                    new ArrayList<>(request.getCookies() == null ? List.of() : Arrays.asList(request.getCookies()));
            cookies.add(new Cookie("XSRF-TOKEN", TOKEN));
            request.setCookies(cookies.toArray(Cookie[]::new));
            request.setParameter("_csrf", MASKED);
            return request;
        };
    }
}
