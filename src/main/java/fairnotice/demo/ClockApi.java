package fairnotice.demo;

import fairnotice.refusal.Refused;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The demo clock for machines: answers when engine and mail are quiet. */
@InDemo
@RestController
class ClockApi {

    private final MovingClock moving;
    private final DemoClock clock;

    ClockApi(MovingClock moving, DemoClock clock) {
        this.moving = moving;
        this.clock = clock;
    }

    /** The time in a demonstration. */
    record Now(Instant now) {}

    @PostMapping("/api/v1/demo/clock")
    Now move(@RequestBody ClockRequest request) {
        return new Now(
                request.isToNextDeadline()
                        ? moving.toNextDeadline()
                        : moving.advance(request.distance(clock.instant())));
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        HttpStatus status =
                refused.because() == Refused.Because.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setType(URI.create("urn:fairnotice:problem:"
                + refused.because().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        return problem;
    }
}
