package fairnotice.web;

import fairnotice.refusal.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Errors as sentences that a person can act on; for machines the same as problem+json (RFC 9457). */
@Controller
@RequestMapping("${server.error.path:/error}")
class ErrorPages implements ErrorController {

    private static final Set<Integer> WITH_WORDS_OF_THEIR_OWN =
            Set.of(400, 401, 403, 404, 405, 408, 409, 413, 429, 503);

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        return new ModelAndView("error", status)
                .addObject("words", "error." + words(status))
                .addObject("reason", request.getAttribute(Unavailable.REASON))
                .addObject("kept", typed(request, status));
    }

    /** What was typed in a form of ours that failed; null where there is none, or nobody has read it. */
    private static TypedForm typed(HttpServletRequest request, HttpStatus status) {
        boolean read = status != HttpStatus.PAYLOAD_TOO_LARGE && request.getAttribute(RefusedBody.ATTRIBUTE) == null;
        return read && SecurityOfOldForms.isOurForm(request)
                ? TypedForm.carriedBy(request)
                        .or(() -> TypedForm.of(request))
                        .filter(form -> !form.lines().isEmpty())
                        .orElse(null)
                : null;
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage("error." + words(status) + ".text", null, Language.reader()));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String words(HttpStatus status) {
        if (WITH_WORDS_OF_THEIR_OWN.contains(status.value())) {
            return Integer.toString(status.value());
        }
        return status.is4xxClientError() ? "400" : "500";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
