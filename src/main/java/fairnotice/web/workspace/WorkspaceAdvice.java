package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Refused;
import fairnotice.web.NoSuchPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Who is signed in, and what staff read when something is refused that no form asked for. */
@ControllerAdvice(basePackageClasses = WorkspaceAdvice.class)
class WorkspaceAdvice {

    /** @param mayWork whether this person does more than read */
    record Me(String username, String name, boolean mayWork) {}

    private final StaffDirectory staff;
    private final StaffNavigation navigation;

    WorkspaceAdvice(StaffDirectory staff, StaffNavigation navigation) {
        this.staff = staff;
        this.navigation = navigation;
    }

    @ModelAttribute("me")
    Me me(Actor actor) {
        String name = staff.named(actor.id()).map(member -> member.name()).orElse(actor.id());
        return new Me(actor.id(), name, actor.is(Role.LEGAL) || actor.is(Role.ADMIN) || actor.is(Role.FINANCE));
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.because()) {
            case UNKNOWN -> throw new NoSuchPage(refused.getMessage());
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.BAD_REQUEST;
        };
        return new ModelAndView("workspace/refused", status)
                .addObject("sentence", refused.getMessage())
                .addObject("menu", navigation.items(request));
    }

    @ExceptionHandler
    ModelAndView gone(NoSuchElementException unknown) {
        throw new NoSuchPage(unknown.getMessage());
    }
}
