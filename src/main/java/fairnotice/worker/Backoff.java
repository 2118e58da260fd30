package fairnotice.worker;

import java.time.Duration;

/** A wait that doubles with every failure in a row, up to a bound. */
public record Backoff(Duration first, Duration most) {

    /** @param failures in a row, one or more */
    public Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, 20));
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
