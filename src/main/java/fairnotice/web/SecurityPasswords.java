package fairnotice.web;

import fairnotice.access.Staff;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Tries a password unless too many were wrong already; the same for the log-in page and for HTTP Basic. */
final class SecurityPasswords implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SecurityThrottle throttle;

    SecurityPasswords(AuthenticationProvider passwords, SecurityThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** Too many attempts; says when to try again. */
    static final class TooManyAttempts extends AuthenticationException {

        TooManyAttempts() {
            super("Too many wrong passwords; try again in " + SecurityThrottle.MINUTES + " minutes.");
        }
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        if (!Staff.isUsername(tried.getName())) {
            throw new BadCredentialsException("The user name or the password is wrong.");
        }
        String address =
                tried.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (throttle.isClosed(tried.getName(), address)) {
            throw new TooManyAttempts();
        }
        try {
            Authentication proven = passwords.authenticate(tried);
            throttle.succeeded(tried.getName(), address);
            return proven;
        } catch (InternalAuthenticationServiceException nobodyLooked) {
            throw nobodyLooked;
        } catch (AuthenticationException wrong) {
            throttle.failed(tried.getName(), address);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
