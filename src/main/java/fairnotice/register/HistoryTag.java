package fairnotice.register;

/** What kind of line of the change history it is. */
public enum HistoryTag {
    BASELINE,
    ADDED,
    REPLACED,
    CHANGED,
    /** Nothing changed but what the list says. */
    CORRECTED,
    REMOVED
}
