package fairnotice.notice;

/** A telling about to be opened; see {@link Dispatch}. */
public record NewDispatch(
        String reference,
        int round,
        Occasion occasion,
        int number,
        String register,
        int policyVersion,
        long contractualMailing,
        Long newsletterMailing,
        long cursor) {}
