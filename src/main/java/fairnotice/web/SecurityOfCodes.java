package fairnotice.web;

import fairnotice.access.ProvingSecondFactor;
import fairnotice.timekeeping.MachineClock;
import fairnotice.web.SecurityHalfway.SecondFactorNeeded;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The second step of signing in, with what was typed before carried along. */
@Component
class SecurityOfCodes {

    private final ProvingSecondFactor proving;
    private final SecurityHalfway halfway;
    private final SecuritySessions sessions;
    private final SecurityAudit audit;
    private final TypedFormPages pages;
    private final MachineClock clock;
    private final ApplicationEventPublisher events;

    SecurityOfCodes(
            ProvingSecondFactor proving,
            SecurityHalfway halfway,
            SecuritySessions sessions,
            SecurityAudit audit,
            TypedFormPages pages,
            MachineClock clock,
            ApplicationEventPublisher events) {
        this.proving = proving;
        this.halfway = halfway;
        this.sessions = sessions;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
        this.events = events;
    }

    /** After a password that is right and not enough. @param otherwise after one that is wrong */
    AuthenticationFailureHandler askingForCode(AuthenticationFailureHandler otherwise) {
        return (request, response, refusal) -> {
            if (refusal instanceof SecondFactorNeeded needed) {
                halfway.keep(needed.halfway(), request, response);
                ask(request, response);
            } else {
                otherwise.onAuthenticationFailure(request, response, refusal);
            }
        };
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Optional<TypedForm> typed = TypedForm.carriedBy(request);
        if (typed.isPresent()) {
            pages.code(null, typed.get(), HttpStatus.OK, request, response);
        } else {
            response.sendRedirect(request.getContextPath() + SecurityCodes.ADDRESS);
        }
    }

    /** @param next what follows a code that is right */
    SecurityCodes filter(AuthenticationSuccessHandler next) {
        SecurityCodes filter = new SecurityCodes(proving, halfway, audit, clock, sessions);
        filter.setApplicationEventPublisher(events);
        filter.setAuthenticationSuccessHandler(next);
        filter.setAuthenticationFailureHandler(this::refuse);
        return filter;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        TypedForm typed = TypedForm.carriedBy(request).orElse(null);
        if (refusal instanceof SecurityCodes.CodeRefused refused) {
            pages.code(refused.why(), typed, HttpStatus.UNAUTHORIZED, request, response);
        } else if (typed != null) {
            pages.signIn("halfway", typed, HttpStatus.UNAUTHORIZED, request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?halfway");
        }
    }
}
