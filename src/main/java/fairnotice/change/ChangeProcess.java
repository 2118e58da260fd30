package fairnotice.change;

/** What a change says to the process that conducts it; implemented over the engine. Each call joins the caller's transaction. */
public interface ChangeProcess {

    /** Starts to conduct a change. */
    void begin(String reference);

    /** The change is withdrawn in the tables; the process tells those who were told, and ends. */
    void withdrawn(String reference);

    /** The change has a new round in the tables; the process supersedes the last one's notices and begins again. */
    void amended(String reference, int round);

    /** The dates of its notices have moved; the timers move with them. */
    void datesMoved(String reference);
}
