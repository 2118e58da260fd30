package fairnotice.objection;

import fairnotice.calendar.Explanation;
import java.time.Instant;

/**
 * How a filing stands to its customer's own window.
 *
 * @param closes null while no clock of the customer has started
 */
record Measure(boolean entitled, boolean late, Instant closes, Explanation explanation, int policyVersion) {

    /** The same of one that takes the place of what came in time. */
    Measure inTime() {
        return new Measure(entitled, false, closes, explanation, policyVersion);
    }
}
