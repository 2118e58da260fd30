package fairnotice.register;

/** The event that starts a clock. */
public enum StartEvent {
    /** Our relay accepted a message to a contact with a designated role. */
    SENT,
    /** A delivery report or an acknowledgement, else the policy's presumption. */
    RECEIVED,
    /** The change's page went public. */
    PUBLISHED
}
