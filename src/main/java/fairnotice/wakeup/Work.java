package fairnotice.wakeup;

/** What there is to do; the database's triggers call it by these names. */
public enum Work {
    /** Messages that wait for a relay. */
    MAIL,
    /** Facts that a process has not heard or that have not been acted on. */
    PROCESS
}
