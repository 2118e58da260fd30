package fairnotice.register;

/** What a change does to one entry of a register. */
public enum ChangeKind {
    ADD,
    REPLACE,
    MODIFY,
    REMOVE
}
