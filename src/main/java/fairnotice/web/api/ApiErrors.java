package fairnotice.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.web.DatabaseAway;
import fairnotice.web.RefusedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import org.springframework.web.util.UrlPathHelper;

/**
 * Answers whatever goes wrong under {@code /api/} with problem+json (RFC 9457), what never came to a controller included: an address
 * that is none, a method that is not understood. Who may come in at all is for the security to say; that the database is away, and that a body
 * was not read to its end, for the filters around everything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ObjectMapper json;

    ApiErrors(ObjectMapper json) {
        this.json = json;
    }

    static boolean isOfApi(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).startsWith("/api/");
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception error) {
        boolean forSecurity = error instanceof AuthenticationException || error instanceof AccessDeniedException;
        boolean forTheFilter = DatabaseAway.isBehind(error) || RefusedBody.isBehind(error);
        if (!isOfApi(request) || forSecurity || forTheFilter || response.isCommitted()) {
            return null;
        }
        if (!DisconnectedClientHelper.isClientDisconnectedException(error)) {
            write(response, Problems.of(error).orElseGet(() -> incident(request, error)), error);
        }
        return new ModelAndView();
    }

    /** Logged here and nowhere else; the answer only carries what finds it in the log. */
    private static ProblemDetail incident(HttpServletRequest request, Exception error) {
        String id = UUID.randomUUID().toString();
        LOG.error("Incident {} at {} {}", id, request.getMethod(), request.getRequestURI(), error);
        return Problems.incident(id);
    }

    private void write(HttpServletResponse response, ProblemDetail problem, Exception error) {
        response.resetBuffer();
        if (error instanceof ErrorResponse standard) {
            standard.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
