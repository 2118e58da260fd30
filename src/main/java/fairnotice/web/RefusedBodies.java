package fairnotice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers for a body that was not read to its end, wherever it was to be read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class RefusedBodies extends OncePerRequestFilter {

    private final Unavailable answers;

    RefusedBodies(Unavailable answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!RefusedBody.isBehind(e)) {
                throw e;
            }
        }
        if (request.getAttribute(RefusedBody.ATTRIBUTE) instanceof RefusedBody refused && !response.isCommitted()) {
            answers.answer(request, response, refused.status(), type(refused), refused.getMessage());
        }
    }

    private static String type(RefusedBody refused) {
        return switch (refused.status()) {
            case REQUEST_TIMEOUT -> "too-slow";
            case PAYLOAD_TOO_LARGE -> "too-large";
            default -> "busy";
        };
    }
}
