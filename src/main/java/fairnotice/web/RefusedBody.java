package fairnotice.web;

import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * A body that is not read to its end. Unchecked, since whoever reads would take an {@link java.io.IOException} for the end of what was sent
 * and act on the half of it.
 */
public final class RefusedBody extends RuntimeException {

    /** Attribute of a request whose body was refused, whatever became of the exception. */
    public static final String ATTRIBUTE = RefusedBody.class.getName();

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private final HttpStatus status;

    private RefusedBody(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public static RefusedBody tooSlow() {
        return new RefusedBody(
                HttpStatus.REQUEST_TIMEOUT,
                "What you sent arrived too slowly, and nothing of it was kept. Try again on a better connection.");
    }

    public static RefusedBody tooLarge() {
        return new RefusedBody(HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large. Send less at once.");
    }

    public static RefusedBody busy() {
        return new RefusedBody(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Too many others are sending at the moment, and nothing of yours was kept. Try again in a minute.");
    }

    public HttpStatus status() {
        return status;
    }

    public static boolean isBehind(Throwable error) {
        return Stream.iterate(error, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(RefusedBody.class::isInstance);
    }
}
