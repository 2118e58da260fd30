package fairnotice.web.portal;

import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.Brand;
import fairnotice.web.Phrases;
import fairnotice.web.RefusedRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What customers read when something is refused that no form of theirs asked for, and when their link has ended. */
@ControllerAdvice(basePackageClasses = PortalAdvice.class)
class PortalAdvice extends RefusedRequests {

    private final Registers registers;

    PortalAdvice(Registers registers, Phrases phrases) {
        super(phrases);
        this.registers = registers;
    }

    /** No cache and no search engine keeps a page behind a signed link. */
    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @ExceptionHandler
    ModelAndView waiting(WaitingLink waiting) {
        Register register = registers.getById(waiting.register());
        Map<String, Object> model = Map.of("register", register, "brand", Brand.of(register));
        return new ModelAndView("portal/waiting", model, HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler
    ModelAndView ended(EndedLink ended) {
        Brand publisher = Brand.of(registers.getById(ended.register()));
        return new ModelAndView("portal/ended", Map.of("token", ended.token(), "brand", publisher), HttpStatus.GONE);
    }
}
