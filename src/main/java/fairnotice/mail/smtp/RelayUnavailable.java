package fairnotice.mail.smtp;

/** The relay could not be reached, or the connection to it broke; says nothing about any message. */
final class RelayUnavailable extends Exception {

    private final boolean forAll;

    RelayUnavailable(String message, boolean forAll, Exception cause) {
        super(message, cause);
        this.forAll = forAll;
    }

    /** Whether every message would meet the same, so that it is better to wait than to try the next. */
    boolean isForAll() {
        return forAll;
    }
}
