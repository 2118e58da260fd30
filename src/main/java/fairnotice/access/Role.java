package fairnotice.access;

/** What a member of staff may do; also the group a task is given to. */
public enum Role {
    /** Proposes changes and works on their own; decides nothing. */
    PROPOSER,
    LEGAL,
    FINANCE,
    ADMIN,
    AUDITOR
}
