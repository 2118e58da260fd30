package fairnotice.objection;

import org.springframework.stereotype.Service;

/**
 * Whether customers are filing at this very moment, many at once. Whoever works on cases in the background lets them go first: it changes
 * when something is done, never whether, so it need not be kept.
 */
@Service
public class SubmissionBackpressure {

    private static final long HALF_SECOND_NANOS = 500_000_000;
    /** Twenty on two processors: the more there are, the more are answered before those who wait notice the background. */
    private static final int MANY = 10 * Runtime.getRuntime().availableProcessors();

    private long half = halfSecond();
    private int before;
    private int now;

    synchronized void arrived() {
        turn();
        now++;
    }

    /** Whether more than ten a processor filed within the last half second to second, of real time. */
    public synchronized boolean isOn() {
        turn();
        return before + now > MANY;
    }

    private void turn() {
        long current = halfSecond();
        if (current != half) {
            before = current == half + 1 ? now : 0;
            now = 0;
            half = current;
        }
    }

    private static long halfSecond() {
        return System.nanoTime() / HALF_SECOND_NANOS;
    }
}
