package fairnotice.mail.smtp;

/** The right to send a batch's messages, for as long as it lasts; asked before every message. */
final class Lease {

    private final ClaimedBatch batch;
    private volatile long until;
    private volatile boolean begun;
    private volatile boolean lost;

    /** @param until in {@link System#nanoTime()}, counted from before the database was asked, so never later than the database thinks */
    Lease(ClaimedBatch batch, long until) {
        this.batch = batch;
        this.until = until;
    }

    ClaimedBatch batch() {
        return batch;
    }

    /** Before its first message. One that waits behind others is not renewed, so that nothing waits long behind a slow hand-over. */
    void begin() {
        begun = true;
    }

    boolean isBegun() {
        return begun;
    }

    boolean isHeld() {
        return !lost && System.nanoTime() - until < 0;
    }

    void extend(long newUntil) {
        until = newUntil;
    }

    void lose() {
        lost = true;
    }
}
