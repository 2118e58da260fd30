package fairnotice.objection;

import fairnotice.calendar.Explanation;
import java.time.Instant;

/**
 * How a filing stands to its customer's own window.
 *
 * @param closes null while no clock of the customer has started
 */
record Measure(boolean entitled, boolean late, Instant closes, Explanation explanation, int policyVersion) {}
