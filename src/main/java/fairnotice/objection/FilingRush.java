package fairnotice.objection;

import java.time.Duration;
import org.springframework.stereotype.Service;

/**
 * Whether customers are filing at this very moment. Whoever works on cases in the background lets them go first: it changes when something
 * is done, never whether, so it need not be kept.
 */
@Service
public class FilingRush {

    private static final long LASTS_NANOS = Duration.ofMillis(300).toNanos();

    private volatile long last = System.nanoTime() - LASTS_NANOS;

    void arrived() {
        last = System.nanoTime();
    }

    /** Whether somebody filed less than a third of a second (of real time) ago. */
    public boolean isOn() {
        return System.nanoTime() - last < LASTS_NANOS;
    }
}
