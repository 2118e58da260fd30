package fairnotice.web;

import fairnotice.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before any page or call of the staff looks at what its address names, asks whether the person holds a role for its register: a
 * {@code {register}} by its id, a {@code {reference}} of a change, an objection or a termination. What has an id of another kind asks by
 * itself, and so does every list.
 */
@Component
public class ScopeOfAddresses implements HandlerInterceptor, WebMvcConfigurer {

    /** Attribute of a request whose address names something of a register: the register's id. */
    public static final String REGISTER = ScopeOfAddresses.class.getName() + ".register";

    private static final String WORKSPACE = "fairnotice.web.workspace.";
    private static final String API = "fairnotice.web.api.";

    private final StaffScope scope;

    ScopeOfAddresses(@Lazy StaffScope scope) {
        this.scope = scope;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Whether a handler is the staff's, and so asks for a role in the register of what it is about. */
    public static boolean isOfStaff(HandlerMethod handler) {
        String name = handler.getBeanType().getName();
        return (name.startsWith(WORKSPACE) || name.startsWith(API)) && !handler.hasMethodAnnotation(OpenToAll.class);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = who != null && !(who instanceof AnonymousAuthenticationToken);
        if (signedIn && handler instanceof HandlerMethod method && isOfStaff(method)) {
            Actor actor = SecurityRoles.actor(who);
            named(request).forEach((variable, value) -> {
                switch (variable) {
                    case "register" ->
                        request.setAttribute(
                                REGISTER, scope.register(value, actor.scope()).id());
                    case "reference" -> request.setAttribute(REGISTER, scope.registerOf(kind(request), value, actor));
                    default -> {}
                }
            });
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> named(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }

    /** {@code change} of {@code /api/v1/changes/{reference}/withdrawal}: the word before the reference, in the singular. */
    private static String kind(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        String before = pattern.substring(0, pattern.indexOf("s/{reference}"));
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
