package fairnotice.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Legal time in a demonstration: real time and an offset, which is kept in the database and only ever grows. */
final class DemoClock extends Clock {

    private final Clock real;
    private final DemoStory story;
    private final AtomicReference<Duration> ahead;

    /** Goes on from where the story was left. */
    DemoClock(Clock real, DemoStory story) {
        this(real, story, new AtomicReference<>(story.ahead()));
    }

    private DemoClock(Clock real, DemoStory story, AtomicReference<Duration> ahead) {
        this.real = real;
        this.story = story;
        this.ahead = ahead;
    }

    /** To the millisecond at or after that moment, so that a deadline moved to has passed; never back. */
    synchronized void reach(Instant moment) {
        long millis =
                Duration.between(real.instant(), moment).plusNanos(999_999).toMillis();
        if (millis > ahead.get().toMillis()) {
            setAhead(Duration.ofMillis(millis));
        }
    }

    /** From a past that was told, to the present; a clock that is not behind stays as it is. */
    synchronized void catchUp() {
        if (ahead.get().isNegative()) {
            setAhead(Duration.ZERO);
        }
    }

    private void setAhead(Duration to) {
        story.keepAhead(to);
        ahead.set(to);
    }

    Clock real() {
        return real;
    }

    Duration ahead() {
        return ahead.get();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(real.withZone(zone), story, ahead);
    }
}
