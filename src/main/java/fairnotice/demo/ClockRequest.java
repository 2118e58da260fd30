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
            throw Refused.invalid(
                    "advance",
                    "Please send either \"advance\" with a period such as P15D, or \"to\": \"next-deadline\".");
        }
        if (to != null && !to.equals(NEXT_DEADLINE)) {
            throw Refused.invalid(
                    "to", "The clock can be sent to \"next-deadline\" only; to go further use \"advance\".");
        }
        return to != null;
    }

    /** @throws Refused when it is no period, goes back, or too far */
    Duration distance(Instant from) {
        Duration distance = read(from);
        if (distance.isNegative()) {
            throw Refused.invalid("advance", "The demo clock only moves forward; " + advance + " goes back.");
        }
        if (distance.compareTo(FARTHEST) > 0) {
            throw Refused.invalid(
                    "advance", "The demo clock moves at most " + FARTHEST.toDays() + " days at once; ask for less.");
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
            throw Refused.invalid("advance", "\"" + shortened() + "\" is not a period; write it like P15D or PT6H.");
        }
    }

    private String shortened() {
        return advance.length() > 40 ? advance.substring(0, 40) + "…" : advance;
    }
}
