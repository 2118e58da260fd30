package fairnotice.web;

import fairnotice.access.CountingTries;
import fairnotice.access.Credential;
import fairnotice.access.PasswordProof;
import fairnotice.access.StaffDirectory;
import fairnotice.limit.Limit;
import fairnotice.limit.SignInLimits;
import fairnotice.refusal.Refused;
import fairnotice.timekeeping.MachineClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The session of whoever asks, for the pages of their own account. */
@Component
public class OwnSession {

    private final StaffDirectory directory;
    private final PasswordEncoder passwords;
    private final CountingTries counting;
    private final MachineClock clock;

    OwnSession(StaffDirectory directory, PasswordEncoder passwords, CountingTries counting, MachineClock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.counting = counting;
        this.clock = clock;
    }

    /** Its id, as the cookie has it; null for none. */
    public String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    /** Real time, which the codes of apps go by. */
    public Instant now() {
        return clock.instant();
    }

    /** Goes on, under another id, after a step that ended all sessions of the account. */
    public void carryOn(String username, HttpServletRequest request) {
        if (request.getSession(false) == null) {
            return;
        }
        directory.credential(username).ifPresent(credential -> {
            SecuritySessions.carryOn(credential, request.getSession());
            request.changeSessionId();
        });
    }

    /** Whoever sits down at an open session guesses ten times an hour, and keeps its owner out nowhere else. */
    public PasswordProof proof(HttpServletRequest request) {
        return (username, password) -> {
            List<Limit> tries = SignInLimits.ownPassword(username, String.valueOf(id(request)));
            Duration wait = counting.take(tries);
            if (!wait.isZero()) {
                throw Refused.invalid("current", "refused.password.too-many", wait.toMinutes() + 1);
            }
            String hash =
                    directory.credential(username).map(Credential::passwordHash).orElseThrow();
            if (password == null || !passwords.matches(password, hash)) {
                throw Refused.invalid("current", "refused.password.wrong");
            }
            counting.giveBack(tries);
        };
    }
}
