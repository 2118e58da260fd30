package fairnotice.objection;

/** What an objection's process has to hear; kept in the table until it has. */
public enum PendingMessage {
    ANSWERED,
    CONTESTED,
    ELECTED,
    WITHDRAWN,
    MOOT
}
