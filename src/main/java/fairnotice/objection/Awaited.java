package fairnotice.objection;

/** What has to end before a change may take effect for a customer whose objection no longer stands against it. */
public enum Awaited {
    /** Its own notice. */
    NOTICE,
    /** The orders that it terminated in an earlier case. */
    ORDERS,
    /** Both. */
    NOTICE_AND_ORDERS
}
