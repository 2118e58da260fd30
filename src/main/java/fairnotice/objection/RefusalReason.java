package fairnotice.objection;

/** Why legal refuses an objection. Only the first judges what it says. */
public enum RefusalReason {
    /** Its grounds are not reasonable. */
    GROUNDS,
    /** Whoever filed it is not entitled to object. */
    NOT_ENTITLED,
    /** It came after the last day to object, and is not heard. */
    LATE
}
