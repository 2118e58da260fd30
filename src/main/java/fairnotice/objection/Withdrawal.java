package fairnotice.objection;

import fairnotice.register.NoticePolicy.Remedy;

/** What its customer loses by withdrawing an objection: the end of the keys of the sentences that say it. */
public enum Withdrawal {
    /** Nothing beside the objection itself. */
    NOTHING,
    /** An offer that waits for its answer. */
    OFFER,
    /** That, and the right to terminate orders should it not be accepted. */
    OFFER_AND_TERMINATION,
    /** What an objection that was admitted may lead to. */
    ADMITTED,
    /** What an objection that is not admitted yet may lead to. */
    FILED,
    /** A right that it has. */
    TERMINATION;

    /** @param objection as of now, and not withdrawn yet */
    static Withdrawal of(Objection objection, Remedy remedy) {
        return of(objection.state(), remedy);
    }

    public static Withdrawal of(ObjectionState state, Remedy remedy) {
        boolean none = remedy == Remedy.NONE;
        return switch (state) {
            case OFFERED -> none ? OFFER : OFFER_AND_TERMINATION;
            case AWAITING_OFFER -> none ? NOTHING : ADMITTED;
            case TERMINATION_OFFERED -> TERMINATION;
            default -> none ? NOTHING : FILED;
        };
    }
}
