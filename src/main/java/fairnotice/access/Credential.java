package fairnotice.access;

/**
 * What a member of staff signs in with.
 *
 * @param passwordHash with its algorithm in front: {@code {bcrypt}$2a$…}
 * @param epoch counts what ends the account's sessions: another password, other roles, its end; the database counts it
 * @param secondFactor whether the password alone signs nobody in
 */
public record Credential(Staff staff, String passwordHash, boolean disabled, int epoch, boolean secondFactor) {

    /** One that is to be written. */
    static Credential of(Staff staff, String passwordHash) {
        return new Credential(staff, passwordHash, false, 0, false);
    }

    /** Says nothing of the hash, wherever it is logged. */
    @Override
    public String toString() {
        return "credential of " + staff.username();
    }
}
