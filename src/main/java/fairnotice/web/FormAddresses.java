package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which addresses take something in, told by path and method alone: what else a mapping asks for may stand in the body. */
@Component
class FormAddresses {

    /** Where Spring Security itself is spoken to. */
    private static final Set<String> OF_SECURITY = Set.of("/login", "/logout");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FormAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** 200, 404 where nothing is at that address, or 405 where nothing takes that method. */
    int status(HttpServletRequest request) {
        if (OF_SECURITY.contains(request.getServletPath())) {
            return HttpServletResponse.SC_OK;
        }
        ServletRequestPathUtils.parseAndCache(request);
        List<RequestMappingInfo> here = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getPathPatternsCondition() != null
                        && info.getPathPatternsCondition().getMatchingCondition(request) != null)
                .toList();
        if (here.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return here.stream().anyMatch(info -> takes(info, request.getMethod()))
                ? HttpServletResponse.SC_OK
                : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }

    private static boolean takes(RequestMappingInfo info, String method) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                || methods.stream().anyMatch(each -> each.name().equals(method));
    }
}
