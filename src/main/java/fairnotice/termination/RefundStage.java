package fairnotice.termination;

import java.util.Optional;

/** What a refund waits for from finance, each by a last day of its own. */
public enum RefundStage {
    APPROVAL,
    PAYMENT;

    /** Empty where nothing is due of finance. */
    static Optional<RefundStage> of(TerminationState state) {
        return switch (state) {
            case CALCULATED, ALTERED -> Optional.of(APPROVAL);
            case APPROVED -> Optional.of(PAYMENT);
            default -> Optional.empty();
        };
    }
}
