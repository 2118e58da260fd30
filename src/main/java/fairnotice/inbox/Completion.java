package fairnotice.inbox;

import fairnotice.change.Proposal;
import fairnotice.change.Track;
import fairnotice.objection.RefusalReason;
import fairnotice.register.Settlement.Cure;
import fairnotice.termination.Payout;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What somebody decided about a task. Fields that the outcome does not ask for are passed over.
 *
 * @param track for a review: the track chosen; null for the table's
 * @param announceOn for a review: the day of the announcement; null for at once
 * @param soSince for a correction: the day since which what it states has been so
 * @param to for a postponement: the first day of use
 * @param servedOn for a service by letter or in person
 * @param proof of that service
 * @param contact for writing again: id of the contact
 * @param settling for an objection; null for any other task
 * @param refunding for a refund; null for any other task
 * @param proposal for a revision: the whole proposal anew; null hands the old one in again
 */
@RecordBuilder
public record Completion(
        String outcome,
        String comment,
        Track track,
        LocalDate announceOn,
        LocalDate soSince,
        LocalDate to,
        LocalDate servedOn,
        String proof,
        Long contact,
        Settling settling,
        Refunding refunding,
        Proposal proposal) {

    /** An outcome with a comment and nothing else. */
    public static Completion of(String outcome, String comment) {
        return new Completion(outcome, comment, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * What somebody decided about an objection.
     *
     * @param reason what kind of reason it is refused for; null for the grounds, where the promise asks for some
     * @param cure what is offered
     * @param until for an exemption: its last day; null for one without end
     * @param customer for matching: the publisher's own id of the customer
     */
    public record Settling(RefusalReason reason, Cure cure, LocalDate until, String customer) {

        static final Settling NOTHING = new Settling(null, null, null, null);

        public Settling(Cure cure, LocalDate until, String customer) {
            this(null, cure, until, customer);
        }
    }

    /**
     * What somebody decided about a refund.
     *
     * @param amounts refunds before tax that are to differ from what was worked out, by ISO 4217 code
     * @param payouts what was paid, one for each currency
     * @param seen version of the termination that whoever approves saw; null where that is not stated
     */
    public record Refunding(Map<String, BigDecimal> amounts, List<Payout> payouts, Integer seen) {

        static final Refunding NOTHING = new Refunding(Map.of(), List.of());

        public Refunding(Map<String, BigDecimal> amounts, List<Payout> payouts) {
            this(amounts, payouts, null);
        }
    }

    /** The same with what was decided about a refund. */
    public Completion refunding(Refunding decided) {
        return CompletionBuilder.builder(this).refunding(decided).build();
    }

    Refunding refunded() {
        return refunding == null ? Refunding.NOTHING : refunding;
    }

    Settling settled() {
        return settling == null ? Settling.NOTHING : settling;
    }
}
