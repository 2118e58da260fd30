package fairnotice.limit;

import java.time.Duration;

/**
 * So many at once, and then evenly as many within each period.
 *
 * @param most at least 1
 * @param within real time, more than none
 */
public record Allowance(int most, Duration within) {

    public Allowance {
        if (most < 1 || within == null || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("A limit needs both: most, at least 1, and within, such as 1h");
        }
    }

    /** One of that many equal parts; what cannot be parted further stays whole. */
    Allowance part(int parts) {
        return new Allowance(Math.max(1, most / parts), within);
    }
}
