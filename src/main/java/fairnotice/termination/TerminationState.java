package fairnotice.termination;

import fairnotice.refusal.Phrase;

/** Where a termination stands. */
public enum TerminationState {
    /** The refund is worked out, be it nothing, and waits for finance. */
    CALCULATED,
    /** Finance changed the amount, and a second person has to agree. */
    ALTERED,
    /** To be paid. */
    APPROVED,
    /** Nothing is to be paid. */
    NOTHING_DUE,
    PAID,
    /** The customer has its statement. */
    CONFIRMED;

    /** Whether a refund is still to be approved or paid. */
    boolean isBeforePayment() {
        return this == CALCULATED || this == ALTERED || this == APPROVED;
    }

    /** Follows "it is". */
    public Phrase words() {
        return Phrase.of("refused.termination.state." + this);
    }
}
