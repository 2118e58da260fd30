package fairnotice.objection;

/** What of an earlier case keeps a change from its customer, however a later case about it ends without an agreement. */
public enum KeptAway {
    /** An objection that stands. */
    EARLIER,
    /** An exemption that was agreed, and whose last day has not ended. */
    EXEMPTED;

    /** The end of the key of the words for it. */
    public String word() {
        return this == EARLIER ? "earlier" : "exempted";
    }
}
