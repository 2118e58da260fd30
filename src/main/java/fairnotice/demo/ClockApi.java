package fairnotice.demo;

import java.time.Instant;
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
}
