package fairnotice.web;

import fairnotice.access.SignedNotes;
import fairnotice.timekeeping.MachineClock;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What a visitor's browser keeps from one request to the next, signed, so that no session is needed for it. */
@Component
class NoteCookies {

    /** What browsers keep of a cookie at least, with its name and attributes (RFC 6265, section 6.1). */
    private static final int LONGEST = 3_800;

    private final SignedNotes notes;
    private final MachineClock clock;

    NoteCookies(SignedNotes notes, MachineClock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** Nothing is kept of a text that is too long for a cookie. */
    void keep(String name, String text, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        String note = notes.sign(name, text, clock.instant().plus(lasts));
        if (note.length() <= LONGEST) {
            set(name, note, lasts, request, response);
        }
    }

    Optional<String> kept(String name, HttpServletRequest request) {
        Cookie cookie = cookie(name, request);
        return cookie == null ? Optional.empty() : notes.read(name, cookie.getValue(), clock.instant());
    }

    void forget(String name, HttpServletRequest request, HttpServletResponse response) {
        if (cookie(name, request) != null) {
            set(name, "", Duration.ZERO, request, response);
        }
    }

    private static Cookie cookie(String name, HttpServletRequest request) {
        return WebUtils.getCookie(request, CookieNames.of(name, request));
    }

    private static void set(
            String name, String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, CookieNames.written(name, value, lasts, request));
    }
}
