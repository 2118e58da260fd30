package fairnotice.objection;

/** What conducts an objection from step to step. Each call joins the caller's transaction, which holds the case. */
public interface ObjectionProcess {

    /** The customer's last day moved, or is not known any more. */
    void datesMoved(String reference);
}
