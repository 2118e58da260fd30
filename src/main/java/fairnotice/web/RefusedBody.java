package fairnotice.web;

import fairnotice.refusal.Phrase;
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

    private RefusedBody(HttpStatus status, String key) {
        super(Phrase.of(key).english());
        this.status = status;
    }

    public static RefusedBody tooSlow() {
        return new RefusedBody(HttpStatus.REQUEST_TIMEOUT, "refused.body.slow");
    }

    public static RefusedBody tooLarge() {
        return new RefusedBody(HttpStatus.PAYLOAD_TOO_LARGE, "refused.body.large");
    }

    public static RefusedBody busy() {
        return new RefusedBody(HttpStatus.SERVICE_UNAVAILABLE, "refused.body.busy");
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
