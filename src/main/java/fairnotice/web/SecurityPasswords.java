package fairnotice.web;

import fairnotice.access.Staff;
import fairnotice.limit.Client;
import fairnotice.refusal.Phrase;
import fairnotice.web.SecurityHalfway.SecondFactorNeeded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Tries a password unless too many were wrong already; the same for the log-in page and for HTTP Basic. */
final class SecurityPasswords implements AuthenticationProvider {

    /** A hash is made to cost time: those that come at once wait here, before they take a try, so that right ones do not use up a limit. */
    private static final int AT_ONCE = Math.min(8, 2 * Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AuthenticationProvider passwords;
    private final SecurityThrottle throttle;
    private final SecurityAudit audit;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);

    SecurityPasswords(AuthenticationProvider passwords, SecurityThrottle throttle, SecurityAudit audit) {
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = throttle;
    }

    /** Too many attempts; says when to try again. */
    static final class TooManyAttempts extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final Duration wait;

        TooManyAttempts(String what, Duration wait) {
            this(
                    wait,
                    Phrase.of("refused.sign-in." + what + (wait.toMinutes() == 0 ? ".one" : ""), wait.toMinutes() + 1)
                            .said());
        }

        private TooManyAttempts(Duration wait, String sentence) {
            super(sentence);
            this.wait = wait;
        }

        /** Nobody is told that a password was wrong: it was not looked at. */
        static TooManyAttempts atOnce(Duration wait) {
            return new TooManyAttempts(
                    wait, Phrase.of("refused.sign-in.at-once").said());
        }

        long seconds() {
            return wait.plusMillis(999).toSeconds();
        }
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        if (!Staff.isUsername(tried.getName())) {
            throw new BadCredentialsException("The user name or the password is wrong.");
        }
        waitForTurn();
        try {
            return check(tried);
        } finally {
            hashing.release();
        }
    }

    private Authentication check(Authentication tried) {
        Client client = SecurityOrigin.client(tried.getDetails());
        String device = tried.getDetails() instanceof SecurityOrigin origin ? origin.device() : null;
        SecurityThrottle.Try made = throttle.password(tried.getName(), client, device);
        if (!made.waits().isZero()) {
            audit.tooManyPasswords(tried.getName(), client);
            throw new TooManyAttempts("passwords", made.waits());
        }
        try {
            Authentication proven = passwords.authenticate(tried);
            throttle.giveBack(made);
            return alone(proven);
        } catch (InternalAuthenticationServiceException | SecondFactorNeeded notWrong) {
            throw notWrong;
        } catch (AuthenticationException wrong) {
            audit.wrongPassword(tried.getName(), client);
            throw wrong;
        }
    }

    /** What a password proves by itself: nothing where a code is asked for as well. */
    private static Authentication alone(Authentication proven) {
        if (proven.getPrincipal() instanceof SecurityAccount account && account.hasSecondFactor()) {
            throw new SecondFactorNeeded(account);
        }
        return proven;
    }

    private void waitForTurn() {
        try {
            if (!hashing.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw TooManyAttempts.atOnce(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyAttempts.atOnce(PATIENCE);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
