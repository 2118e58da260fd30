package fairnotice.demo;

import fairnotice.refusal.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * Where the demo clock is to go: one of the two.
 *
 * @param advance how far, as ISO 8601 writes it: {@code P15D}, {@code P1M}, {@code PT6H}
 * @param to {@code next-deadline}
 */
record ClockRequest(String advance, String to) {

    private static final String NEXT_DEADLINE = "next-deadline";
    private static final Duration FARTHEST = Duration.ofDays(400);

    boolean isToNextDeadline() {
        if ((advance == null) == (to == null)) {
            throw Refused.invalid("advance", "refused.clock.request");
        }
        if (to != null && !to.equals(NEXT_DEADLINE)) {
            throw Refused.invalid("to", "refused.clock.deadline-only");
        }
        return to != null;
    }

    /** @throws Refused when it is no period, goes back, or too far */
    Duration distance(Instant from) {
        Duration distance = read(from);
        if (distance.isNegative()) {
            throw Refused.invalid("advance", "refused.clock.forward-only", advance);
        }
        if (distance.compareTo(FARTHEST) > 0) {
            throw Refused.invalid("advance", "refused.clock.at-most", FARTHEST.toDays());
        }
        return distance;
    }

    private Duration read(Instant from) {
        try {
            if (advance.contains("T") || advance.contains("t")) {
                return Duration.parse(advance.strip());
            }
            var start = from.atZone(ZoneOffset.UTC);
            return Duration.between(start, start.plus(Period.parse(advance.strip())));
        } catch (DateTimeException | ArithmeticException e) {
            throw Refused.invalid("advance", "refused.clock.period", shortened());
        }
    }

    private String shortened() {
        return advance.length() > 40 ? advance.substring(0, 40) + "…" : advance;
    }
}
