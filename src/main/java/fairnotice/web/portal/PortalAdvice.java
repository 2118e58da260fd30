package fairnotice.web.portal;

import fairnotice.web.RefusedRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What customers read when something is refused that no form of theirs asked for, and when their link has ended. */
@ControllerAdvice(basePackageClasses = PortalAdvice.class)
class PortalAdvice extends RefusedRequests {

    @ExceptionHandler
    ModelAndView ended(EndedLink ended, HttpServletResponse response) {
        PrivatePages.mark(response);
        return new ModelAndView("portal/ended", Map.of("token", ended.token()), HttpStatus.GONE);
    }
}
