package fairnotice.access;

/**
 * What a member of staff logs in with.
 *
 * @param passwordHash with its algorithm in front: {@code {bcrypt}$2a$…}
 */
public record Credential(Staff staff, String passwordHash, boolean disabled) {

    /** Says nothing of the hash, wherever it is logged. */
    @Override
    public String toString() {
        return "credential of " + staff.username();
    }
}
