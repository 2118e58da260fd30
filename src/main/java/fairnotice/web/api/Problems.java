package fairnotice.web.api;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a caller is told: a stable type, the status, sentences to act on, and each field that is wrong. */
final class Problems {

    private Problems() {}

    /** Empty when nobody foresaw it. */
    static Optional<ProblemDetail> of(Exception error) {
        if (error instanceof Refused refused) {
            return Optional.of(of(refused));
        }
        if (error instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(of(Refused.invalid(mismatch.getName(), "refused.api.number")));
        }
        if (error instanceof HttpMessageNotReadableException) {
            return Optional.of(problem(
                    HttpStatus.BAD_REQUEST, "malformed", "This is not JSON that can be read; check its syntax."));
        }
        if (error instanceof BodyLimit.TooLarge) {
            return Optional.of(problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", error.getMessage()));
        }
        if (error instanceof ConcurrencyFailureException) {
            return Optional.of(
                    problem(
                            HttpStatus.CONFLICT,
                            "conflict",
                            "Somebody else changed the same thing at the same time, and nothing of yours was kept; try again."));
        }
        return error instanceof ErrorResponse standard ? Optional.of(of(standard)) : Optional.empty();
    }

    static ProblemDetail incident(String id) {
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "incident",
                "Something failed on our side, and nothing of your request was kept. Try again in a few minutes; if it fails"
                        + " again, tell the administrator the number of the incident: " + id + ".");
    }

    private static ProblemDetail of(Refused refused) {
        ProblemDetail problem = switch (refused.because()) {
            case INVALID -> problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", refused.getMessage());
            case CONFLICT -> problem(HttpStatus.CONFLICT, "conflict", refused.getMessage());
            case NOT_ALLOWED -> problem(HttpStatus.FORBIDDEN, "not-allowed", refused.getMessage());
            case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "unknown", refused.getMessage());
        };
        List<FieldProblem> fields = refused.problems().stream()
                .filter(each -> !each.field().isEmpty())
                .toList();
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields);
        }
        return problem;
    }

    /** What Spring refuses before a controller is asked. */
    private static ProblemDetail of(ErrorResponse standard) {
        HttpStatus status = HttpStatus.valueOf(standard.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND ->
                problem(status, "unknown", "There is nothing at this address; /v3/api-docs lists what there is.");
            case METHOD_NOT_ALLOWED ->
                problem(status, "wrong-method", "This address does not take that method; see the header Allow.");
            case UNSUPPORTED_MEDIA_TYPE ->
                problem(status, "wrong-media-type", "Send the body as JSON, with Content-Type: application/json.");
            case NOT_ACCEPTABLE -> problem(status, "not-acceptable", "Answers are JSON; accept application/json.");
            default ->
                problem(status, "malformed", "This request could not be read; check its address, parameters and body.");
        };
    }

    private static ProblemDetail problem(HttpStatus status, String type, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:fairnotice:problem:" + type));
        return problem;
    }
}
