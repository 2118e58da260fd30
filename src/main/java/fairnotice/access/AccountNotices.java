package fairnotice.access;

/** Tells the holder of an account by email what became of it, so that nobody does it unseen. */
public interface AccountNotices {

    /** What became of it. */
    enum Event {
        PASSWORD_CHANGED,
        FACTOR_SET_UP,
        FACTOR_SWITCHED_OFF,
        FACTOR_RESET,
        RECOVERY_CODE_USED,
        TOKEN_MADE
    }

    /** Nothing is sent to an account without an address, or while there is no register whose sender it could come from. */
    void tell(Staff holder, Event event);
}
