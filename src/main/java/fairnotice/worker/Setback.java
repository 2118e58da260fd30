package fairnotice.worker;

import java.time.Duration;

/**
 * Something that failed and is tried again later.
 *
 * @param item what failed, for people: a reference, or the name of a worker
 * @param failures in a row
 * @param lasting since the first of them, real time
 * @param retryIn until the next try, real time
 * @param cause what the last failure said
 */
public record Setback(String item, int failures, Duration lasting, Duration retryIn, String cause) {}
