package fairnotice.web;

import fairnotice.access.Credential;
import fairnotice.access.ProvingSecondFactor;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.timekeeping.MachineClock;
import fairnotice.web.SecurityHalfway.Halfway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;

/** Takes the code after the password, as Spring's own filter takes the password. */
final class SecurityCodes extends AbstractAuthenticationProcessingFilter {

    static final String ADDRESS = "/login/code";

    private final ProvingSecondFactor proving;
    private final SecurityHalfway halfway;
    private final SecurityAudit audit;
    private final MachineClock clock;

    SecurityCodes(
            ProvingSecondFactor proving,
            SecurityHalfway halfway,
            SecurityAudit audit,
            MachineClock clock,
            SecurityContextRepository sessions) {
        super(new AntPathRequestMatcher(ADDRESS, "POST"));
        this.proving = proving;
        this.halfway = halfway;
        this.audit = audit;
        this.clock = clock;
        setSecurityContextRepository(sessions);
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationManager(tried -> tried);
    }

    /** Why the code did not sign anybody in. */
    static final class CodeRefused extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final transient Phrase why;

        CodeRefused(Phrase why) {
            super(why.said());
            this.why = why;
        }

        Phrase why() {
            return why;
        }
    }

    /** The password has to be typed again. */
    static final class PasswordTooLongAgo extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        PasswordTooLongAgo() {
            super("password needed");
        }
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Halfway half = halfway.kept(request).orElseThrow(PasswordTooLongAgo::new);
        SecurityAccount account = new SecurityAccount(proven(half, request));
        account.eraseCredentials();
        UsernamePasswordAuthenticationToken in =
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        in.setDetails(new SecurityOrigin(request));
        halfway.forget(request, response);
        return in;
    }

    private Credential proven(Halfway half, HttpServletRequest request) {
        try {
            return proving.prove(
                    half.username(),
                    half.epoch(),
                    request.getParameter("code"),
                    halfway.device(half, request),
                    clock.instant());
        } catch (Refused refused) {
            if (refused.because() == Refused.Because.UNKNOWN) {
                throw new PasswordTooLongAgo();
            }
            audit.wrongCode(half.username(), request);
            throw new CodeRefused(refused.problems().stream()
                    .map(FieldProblem::phrase)
                    .reduce(Phrase::and)
                    .orElseThrow());
        }
    }
}
