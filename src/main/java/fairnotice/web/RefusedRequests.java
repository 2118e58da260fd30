package fairnotice.web;

import fairnotice.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** For the faces of customers and the public: a refusal that no form shows is an error page that says why, and keeps what was typed. */
public abstract class RefusedRequests {

    private final Phrases phrases;

    protected RefusedRequests(Phrases phrases) {
        this.phrases = phrases;
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(Unavailable.REASON, phrases.said(refused));
        response.sendError(
                switch (refused.because()) {
                    case NOT_ALLOWED -> HttpServletResponse.SC_FORBIDDEN;
                    case CONFLICT -> HttpServletResponse.SC_CONFLICT;
                    case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
                    case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
                });
    }
}
