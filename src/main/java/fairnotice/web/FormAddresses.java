package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which addresses take something in, told by path and method alone: what else a mapping asks for may stand in the body. */
@Component
class FormAddresses {

    /** Where Spring Security itself is spoken to. */
    private static final Set<String> OF_SECURITY = Set.of("/login", SecurityCodes.ADDRESS, "/logout");

    private static final String ANY = "";

    /** By the first part of their path; {@value #ANY} for those where that is a variable. Asked with each form, so read once. */
    private final SingletonSupplier<Map<String, List<RequestMappingInfo>>> mapped;

    FormAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mapped = SingletonSupplier.of(
                () -> byFirstPart(mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())));
    }

    private static Map<String, List<RequestMappingInfo>> byFirstPart(Stream<RequestMappingInfo> all) {
        Map<String, List<RequestMappingInfo>> byFirst = new HashMap<>();
        all.filter(info -> info.getPathPatternsCondition() != null)
                .forEach(info -> info.getPatternValues().stream()
                        .map(pattern -> firstPart(PathContainer.parsePath(pattern)))
                        .map(first -> first.contains("{") || first.contains("*") ? ANY : first)
                        .distinct()
                        .forEach(first -> byFirst.computeIfAbsent(first, none -> new ArrayList<>())
                                .add(info)));
        return byFirst;
    }

    /** 200, 404 where nothing is at that address, or 405 where nothing takes that method. */
    int status(HttpServletRequest request) {
        if (OF_SECURITY.contains(request.getServletPath())) {
            return HttpServletResponse.SC_OK;
        }
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        List<RequestMappingInfo> here = Stream.of(firstPart(path), ANY)
                .distinct()
                .flatMap(first -> mapped.obtain().getOrDefault(first, List.of()).stream())
                .filter(info -> info.getPathPatternsCondition().getMatchingCondition(request) != null)
                .toList();
        if (here.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return here.stream().anyMatch(info -> takes(info, request.getMethod()))
                ? HttpServletResponse.SC_OK
                : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }

    /** "changes" of "/changes/OPSTICKET-2026-0001/withdrawal" */
    private static String firstPart(PathContainer path) {
        return path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(part -> ((PathContainer.PathSegment) part).valueToMatch())
                .findFirst()
                .orElse(ANY);
    }

    private static boolean takes(RequestMappingInfo info, String method) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                || methods.stream().anyMatch(each -> each.name().equals(method));
    }
}
