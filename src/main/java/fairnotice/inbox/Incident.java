package fairnotice.inbox;

import java.time.Duration;

/**
 * Something that is stuck: a step that failed, or what no step can do without somebody. It is tried again by itself, by somebody, or somebody
 * decides at its place. It belongs to the register of its case; without a case, to none.
 *
 * @param what the step, for people: {@code begin the case of OBJ-2026-0003}
 * @param reference of the case or register it belongs to; null when it is not known
 * @param lasting since when, real time; null when it is not known
 * @param retryIn until it is tried again, real time; null when it is not by itself
 * @param cause in the words of whatever failed
 * @param id by which somebody can have it tried again; null when it is by itself
 * @param place the page where it is decided, {@code /customers/17}; null for none
 */
public record Incident(
        IncidentKind kind,
        String what,
        String reference,
        Duration lasting,
        Duration retryIn,
        String cause,
        String id,
        String place) {

    /** Of no case, and looked at again by itself. */
    static Incident of(IncidentKind kind, String what, Duration lasting, String cause) {
        return new Incident(kind, what, null, lasting, null, cause, null, null);
    }

    /** A case's, which somebody decides. */
    static Incident decidedAt(
            String place, IncidentKind kind, String what, String reference, Duration lasting, String cause) {
        return new Incident(kind, what, reference, lasting, null, cause, null, place);
    }
}
