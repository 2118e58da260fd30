package fairnotice.web.api;

import fairnotice.refusal.Phrase;
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

    /** One of {@code errors}. @param sentence what to do about it */
    record WrongField(String field, String sentence) {}

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
            return Optional.of(problem(HttpStatus.BAD_REQUEST, "malformed", Phrase.of("refused.api.malformed-json")));
        }
        if (error instanceof BodyLimit.TooLarge) {
            return Optional.of(problemOf(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", error.getMessage()));
        }
        if (error instanceof ConcurrencyFailureException) {
            return Optional.of(problem(HttpStatus.CONFLICT, "conflict", Phrase.of("refused.api.race")));
        }
        return error instanceof ErrorResponse standard ? Optional.of(of(standard)) : Optional.empty();
    }

    static ProblemDetail incident(String id) {
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "incident", Phrase.of("refused.api.incident", id));
    }

    private static ProblemDetail of(Refused refused) {
        ProblemDetail problem = switch (refused.because()) {
            case INVALID -> problemOf(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", refused.getMessage());
            case CONFLICT -> problemOf(HttpStatus.CONFLICT, "conflict", refused.getMessage());
            case NOT_ALLOWED -> problemOf(HttpStatus.FORBIDDEN, "not-allowed", refused.getMessage());
            case UNKNOWN -> problemOf(HttpStatus.NOT_FOUND, "unknown", refused.getMessage());
        };
        List<WrongField> fields = refused.problems().stream()
                .filter(each -> !each.field().isEmpty())
                .map(each -> new WrongField(each.field(), each.sentence()))
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
            case NOT_FOUND -> problem(status, "unknown", Phrase.of("refused.api.nothing-here"));
            case METHOD_NOT_ALLOWED -> problem(status, "wrong-method", Phrase.of("refused.api.method"));
            case UNSUPPORTED_MEDIA_TYPE -> problem(status, "wrong-media-type", Phrase.of("refused.api.content-type"));
            case NOT_ACCEPTABLE -> problem(status, "not-acceptable", Phrase.of("refused.api.accept"));
            default -> problem(status, "malformed", Phrase.of("refused.api.malformed"));
        };
    }

    private static ProblemDetail problem(HttpStatus status, String type, Phrase phrase) {
        return problemOf(status, type, phrase.english());
    }

    private static ProblemDetail problemOf(HttpStatus status, String type, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:fairnotice:problem:" + type));
        return problem;
    }
}
