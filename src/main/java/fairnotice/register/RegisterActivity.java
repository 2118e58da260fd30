package fairnotice.register;

/** What the rooms above know of a register. */
public interface RegisterActivity {

    /** Whether customers were ever told of a change of it: its promise and its addresses are known to them. */
    boolean hasAnnounced(String register);

    /** Whether a change, an objection or a termination of it is not over. */
    boolean isUnderWay(String register);
}
