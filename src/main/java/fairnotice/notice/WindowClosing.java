package fairnotice.notice;

/** What has closed a customer's window to object before its last day, so that the day asks nothing of it any more. */
public enum WindowClosing {
    /** It has objected, and its case is open. */
    OBJECTION,
    /** It has objected, and withdrew the objection once the day was past. */
    OBJECTION_WITHDRAWN,
    /** It accepted an offer. */
    SETTLEMENT,
    /** Its objection was refused for good. */
    REFUSAL,
    /** Its case ended without an agreement, and its promise states no remedy. */
    NO_AGREEMENT,
    /** It chose to terminate nothing. */
    LAPSE,
    /** It terminated orders. */
    TERMINATION,
    /** A later round has a notice of its own. */
    AMENDMENT,
    /** The change was withdrawn. */
    WITHDRAWAL;

    /** Whether the case that closed it has ended so that another objection of the customer is in time until the same day. */
    public boolean leavesAnother() {
        return this == SETTLEMENT || this == REFUSAL || this == NO_AGREEMENT || this == LAPSE;
    }
}
