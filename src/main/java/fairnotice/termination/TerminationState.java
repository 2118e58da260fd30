package fairnotice.termination;

/** Where a termination stands. */
public enum TerminationState {
    /** The refund is worked out, be it nothing, and waits for finance. */
    CALCULATED("waiting for the refund to be approved"),
    /** Finance changed the amount, and a second person has to agree. */
    ALTERED("waiting for a second person to approve the altered refund"),
    /** To be paid. */
    APPROVED("waiting for the refund to be paid"),
    /** Nothing is to be paid. */
    NOTHING_DUE("without a refund to be paid"),
    PAID("paid"),
    /** The customer has its statement. */
    CONFIRMED("confirmed to the customer");

    private final String words;

    TerminationState(String words) {
        this.words = words;
    }

    /** Whether a refund is still to be approved or paid. */
    boolean isBeforePayment() {
        return this == CALCULATED || this == ALTERED || this == APPROVED;
    }

    /** Follows "it is". */
    public String words() {
        return words;
    }
}
