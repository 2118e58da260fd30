package fairnotice.web.api;

import fairnotice.change.Proposal;
import fairnotice.change.Track;
import fairnotice.inbox.Completion;
import fairnotice.objection.RefusalReason;
import fairnotice.register.Settlement.Cure;
import fairnotice.termination.Payout;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is sent to complete a task. Fields that the outcome does not ask for are passed over. */
record TaskDecision(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "One of the task's outcomes")
        String outcome,

        @Schema(description = "Why; required for every outcome but a plain approval")
        String comment,

        @Schema(description = "For a review: the track chosen; left out for the table's", nullable = true)
        Track track,

        @Schema(description = "For a review: day of the announcement; left out for at once", nullable = true)
        LocalDate announceOn,

        @Schema(description = "For a correction: the day since which what it states has been so", nullable = true)
        LocalDate soSince,

        @Schema(description = "For a postponement: the first day of use", nullable = true)
        LocalDate to,

        @Schema(description = "For a service by letter or in person: its day", nullable = true)
        LocalDate servedOn,

        @Schema(description = "How it was served and what proves it", nullable = true)
        String proof,

        @Schema(description = "For writing again: id of the contact", nullable = true)
        Long contact,

        @Schema(
                description = "For refusing an objection: GROUNDS (the default, where the promise asks for grounds),"
                        + " NOT_ENTITLED or LATE",
                nullable = true)
        RefusalReason reason,

        @Schema(description = "For an offer: EXPLANATION, SAFEGUARD or EXEMPTION", nullable = true)
        Cure cure,

        @Schema(description = "For an exemption: its last day; left out for one without end", nullable = true)
        LocalDate until,

        @Schema(description = "For assigning an objection: your id of the customer", nullable = true)
        String customer,

        @Schema(
                description =
                        "Refunds before tax, by ISO 4217 code: for an altered refund what it is to be; for one approved as calculated"
                                + " what was seen, to be refused if it is not calculated so any more",
                nullable = true)
        Map<String, BigDecimal> amounts,

        @Schema(description = "For a paid refund: one for each currency", nullable = true)
        List<Payout> payments) {

    /** @param revised for a revision: the whole proposal anew; null otherwise */
    Completion completion(Proposal revised) {
        return new Completion(
                outcome,
                comment,
                track,
                announceOn,
                soSince,
                to,
                servedOn,
                proof,
                contact,
                new Completion.Settling(reason, cure, until, customer),
                new Completion.Refunding(amounts == null ? Map.of() : amounts, payments == null ? List.of() : payments),
                revised);
    }
}
