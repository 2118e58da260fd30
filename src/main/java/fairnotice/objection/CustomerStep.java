package fairnotice.objection;

import static fairnotice.objection.ObjectionState.OFFERED;
import static fairnotice.objection.ObjectionState.REFUSED;
import static fairnotice.objection.ObjectionState.TERMINATING;
import static fairnotice.objection.ObjectionState.TERMINATION_OFFERED;

import fairnotice.refusal.Phrase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a customer does in its case. Pages offer exactly what {@link #open} gives, and the case refuses everything else. */
public enum CustomerStep {
    REPLY,
    ACCEPT,
    REJECT,
    CONTEST,
    ELECT,
    WITHDRAW;

    /** Follows "the last day to". */
    Phrase words() {
        return Phrase.of("refused.step." + this);
    }

    /** @param objection as its dates have made it by now, see {@link ElapsedDates} */
    static Set<CustomerStep> open(Objection objection) {
        return Arrays.stream(values())
                .filter(step -> !objection.isSettled() && step.fits(objection.state()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CustomerStep.class)));
    }

    private boolean fits(ObjectionState state) {
        return switch (this) {
            case REPLY -> true;
            case ACCEPT, REJECT -> state == OFFERED;
            case CONTEST -> state == REFUSED;
            case ELECT -> state == TERMINATION_OFFERED;
            case WITHDRAW -> state != TERMINATING;
        };
    }
}
