package fairnotice.access;

/** What a member of staff may do; also the group a task is given to. */
public enum Role {
    LEGAL,
    FINANCE,
    ADMIN,
    AUDITOR
}
