package fairnotice.access;

import java.time.Instant;

/**
 * A member of staff as administrators see them.
 *
 * @param inactiveSince legal time; null while active, and where it was not kept
 * @param awaitsPassword whether nobody ever chose a password for it
 * @param epoch see {@link Credential}
 */
public record StaffAccount(Staff staff, boolean active, Instant inactiveSince, boolean awaitsPassword, int epoch) {

    public String username() {
        return staff.username();
    }

    /** Whether a first password is still to be chosen. */
    public boolean isInvited() {
        return active && awaitsPassword;
    }
}
