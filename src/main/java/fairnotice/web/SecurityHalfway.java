package fairnotice.web;

import fairnotice.access.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.stereotype.Component;

/** Whoever typed the right password and is still to type a code: what their browser keeps meanwhile, for five minutes. It signs nobody in. */
@Component
class SecurityHalfway {

    private static final String COOKIE = "fairnotice-halfway";
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final Pattern WRITTEN = Pattern.compile("([^ ]+) (\\d{1,9})");

    private final NoteCookies cookies;
    private final KnownDevices devices;

    SecurityHalfway(NoteCookies cookies, KnownDevices devices) {
        this.cookies = cookies;
        this.devices = devices;
    }

    /** @param epoch of the account when its password was right */
    record Halfway(String username, int epoch) {}

    /** The password is right and not enough. No other way of signing in is tried then. */
    static final class SecondFactorNeeded extends AccountStatusException {

        private static final long serialVersionUID = 1L;

        private final transient Halfway halfway;

        SecondFactorNeeded(SecurityAccount account) {
            super("second-factor needed");
            this.halfway = new Halfway(account.getUsername(), account.epoch());
        }

        Halfway halfway() {
            return halfway;
        }
    }

    void keep(Halfway halfway, HttpServletRequest request, HttpServletResponse response) {
        cookies.keep(COOKIE, halfway.username() + " " + halfway.epoch(), LASTS, request, response);
    }

    Optional<Halfway> kept(HttpServletRequest request) {
        return cookies.kept(COOKIE, request)
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(parts -> new Halfway(parts.group(1), Integer.parseInt(parts.group(2))));
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        cookies.forget(COOKIE, request, response);
    }

    /** Which of the name's browsers it is; null when it never signed in here. */
    String device(Halfway halfway, HttpServletRequest request) {
        return devices.recognise(halfway.username(), new SecurityOrigin(request).device())
                .orElse(null);
    }
}
