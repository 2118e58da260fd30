package fairnotice.web.portal;

import fairnotice.web.RefusedRequests;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What customers read when something is refused that no form of theirs asked for. */
@ControllerAdvice(basePackageClasses = PortalAdvice.class)
class PortalAdvice extends RefusedRequests {}
