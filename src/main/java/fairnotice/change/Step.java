package fairnotice.change;

/** A step that the process takes for a change, without a person deciding anything. */
public enum Step {
    ANNOUNCED,
    IN_NOTICE,
    PUT_TO_DECISION,
    CLOSED,
    RECORDED_UNLISTED
}
