package fairnotice.objection;

import java.time.Instant;

/**
 * An objection about to be kept; its reference is given when it is.
 *
 * @param dueAt by when it is answered, or matched; later than the promised day where the grounds asked for are missing
 * @param again whether an earlier one of the customer to the same round of the change was refused for good
 */
public record NewObjection(
        String change,
        String register,
        int round,
        int policyVersion,
        Long customer,
        ObjectionState state,
        Submission filing,
        Instant receivedAt,
        boolean late,
        boolean again,
        Instant windowClosesAt,
        Instant answerDueAt,
        Instant dueAt,
        Instant settledAt) {}
