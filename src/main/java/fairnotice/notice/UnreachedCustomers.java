package fairnotice.notice;

/** Who looks after a customer none of whose contacts could be reached. Each call joins the caller's transaction. */
public interface UnreachedCustomers {

    /** Nobody was reached and nobody is left to try. Said again, it changes nothing. */
    void unreached(Notice notice);

    /** Somebody was reached after all, or nobody needs to be any more. */
    void settled(long notice);

    /** All of a round need nobody any more. */
    void settled(String reference, int round);
}
