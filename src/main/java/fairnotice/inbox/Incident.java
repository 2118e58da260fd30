package fairnotice.inbox;

import java.time.Duration;

/**
 * A step of the system that failed: it waits to be tried again, by itself or by somebody. It belongs to the register of its case; without a
 * case, to none.
 *
 * @param what the step, for people: {@code begin the case of OBJ-2026-0003}
 * @param reference of the case or register it belongs to; null when it is not known
 * @param lasting since its first failure, real time; null when it is not known
 * @param retryIn until it is tried again, real time; null when it is not by itself
 * @param cause in the words of whatever failed
 * @param id by which somebody can have it tried again; null when it is by itself
 */
public record Incident(String what, String reference, Duration lasting, Duration retryIn, String cause, String id) {}
