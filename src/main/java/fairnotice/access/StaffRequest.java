package fairnotice.access;

import java.time.Instant;
import java.util.Map;

/**
 * What one administrator asked for and another has to confirm.
 *
 * @param id 0 for one that is to be written
 * @param name of a new account; else null
 * @param email null where the address stays
 * @param added the roles that it adds
 * @param askedAt legal time
 */
public record StaffRequest(
        long id,
        String username,
        Kind kind,
        String name,
        String email,
        Map<Role, Scope> added,
        String askedBy,
        Instant askedAt)
        implements Requested {

    /** What becomes of the account. */
    public enum Kind {
        NEW,
        CHANGE,
        ACTIVATION,
        FACTOR_RESET
    }

    static StaffRequest adding(Staff staff, Actor by, Instant at) {
        return new StaffRequest(0, staff.username(), Kind.NEW, staff.name(), staff.email(), staff.held(), by.id(), at);
    }

    static StaffRequest changing(String username, String email, Map<Role, Scope> added, Actor by, Instant at) {
        return new StaffRequest(0, username, Kind.CHANGE, null, email, added, by.id(), at);
    }

    static StaffRequest activating(String username, Actor by, Instant at) {
        return new StaffRequest(0, username, Kind.ACTIVATION, null, null, Map.of(), by.id(), at);
    }

    static StaffRequest resetting(String username, Actor by, Instant at) {
        return new StaffRequest(0, username, Kind.FACTOR_RESET, null, null, Map.of(), by.id(), at);
    }

    /** The member of staff as it would be. @param now null for a new account */
    public Staff wanted(Staff now) {
        return now == null
                ? new Staff(username, name, email, added)
                : new Staff(
                        username,
                        now.name(),
                        email == null ? now.email() : email,
                        HeldRoles.together(now.held(), added));
    }
}
