package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Refused;
import fairnotice.web.Phrases;
import fairnotice.web.ScopeOfAddresses;
import fairnotice.web.TypedForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Who is signed in, and what staff read when something is refused that no form asked for. */
@ControllerAdvice(basePackageClasses = WorkspaceAdvice.class)
class WorkspaceAdvice {

    /** @param mayWork whether this person does more than read: in the register the page is about, or in any */
    record Me(String username, String name, boolean mayWork) {}

    private final Phrases phrases;
    private final StaffDirectory staff;
    private final StaffNavigation navigation;

    WorkspaceAdvice(StaffDirectory staff, StaffNavigation navigation, Phrases phrases) {
        this.phrases = phrases;
        this.staff = staff;
        this.navigation = navigation;
    }

    @ModelAttribute("me")
    Me me(Actor actor, HttpServletRequest request) {
        String name =
                staff.findByUsername(actor.id()).map(member -> member.name()).orElse(actor.id());
        return new Me(actor.id(), name, mayWork(actor, request.getAttribute(ScopeOfAddresses.REGISTER)));
    }

    private static boolean mayWork(Actor actor, Object register) {
        return register instanceof String id
                ? actor.worksIn(id)
                : !actor.working().isEmpty();
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (refused.because() == Refused.Because.UNKNOWN) {
            return gone(response);
        }
        return new ModelAndView("workspace/refused", status(refused))
                .addObject("sentence", phrases.said(refused))
                .addObject("kept", typed(request))
                .addObject("menu", navigation.items(request));
    }

    private static TypedForm typed(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                ? TypedForm.of(request).orElse(null)
                : null;
    }

    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView gone(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return new ModelAndView();
    }

    private static HttpStatus status(Refused refused) {
        return switch (refused.because()) {
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
    }
}
