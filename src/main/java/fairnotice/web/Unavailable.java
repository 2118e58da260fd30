package fairnotice.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UrlPathHelper;

/** Refuses before any controller does: a page for people, problem+json (RFC 9457) under {@code /api/}. */
@Component
class Unavailable {

    /** Attribute of a request: what its page says instead of the usual sentence. */
    static final String REASON = Unavailable.class.getName() + ".reason";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final ObjectMapper json;

    Unavailable(ObjectMapper json) {
        this.json = json;
    }

    /** With 503. */
    void answer(HttpServletRequest request, HttpServletResponse response, String type, String sentence)
            throws IOException {
        answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, type, sentence);
    }

    /** @param sentence for machines, what is the matter and what to do */
    void answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String type, String sentence)
            throws IOException {
        response.resetBuffer();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
        }
        if (isOfApi(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
            problem.setType(URI.create("urn:fairnotice:problem:" + type));
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
        } else {
            response.sendError(status.value());
        }
    }

    private static boolean isOfApi(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).startsWith("/api/");
    }
}
