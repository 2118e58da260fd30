package fairnotice.web.site;

import fairnotice.web.Phrases;
import fairnotice.web.RefusedRequests;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What visitors read when something is refused that no form of theirs asked for. */
@ControllerAdvice(basePackageClasses = SiteAdvice.class)
class SiteAdvice extends RefusedRequests {

    SiteAdvice(Phrases phrases) {
        super(phrases);
    }
}
