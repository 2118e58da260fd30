package fairnotice.objection;

/** What an objection's process has to hear; kept in the table until it has. */
public enum Wish {
    ANSWERED,
    CONTESTED,
    ELECTED,
    DROPPED,
    MOOT
}
