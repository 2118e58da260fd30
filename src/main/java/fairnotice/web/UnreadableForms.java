package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A form whose parts cannot be told apart is its sender's mistake. That it is too large, or came too slowly, is for others to say. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableForms implements HandlerExceptionResolver {

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception error) {
        boolean forOthers = error instanceof ErrorResponse || RefusedBody.isBehind(error);
        if (!(error instanceof MultipartException) || forOthers || response.isCommitted()) {
            return null;
        }
        try {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (IOException unsendable) {
            throw new UncheckedIOException(unsendable);
        }
        return new ModelAndView();
    }
}
