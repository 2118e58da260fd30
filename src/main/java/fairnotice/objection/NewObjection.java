package fairnotice.objection;

import java.time.Instant;

/** An objection about to be kept; its reference is given when it is. */
public record NewObjection(
        String change,
        String register,
        int round,
        int policyVersion,
        Long customer,
        ObjectionState state,
        Filing filing,
        Instant receivedAt,
        boolean late,
        Instant windowClosesAt,
        Instant answerDueAt,
        Instant settledAt) {}
