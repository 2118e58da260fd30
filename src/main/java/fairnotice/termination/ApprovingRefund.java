package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.TextRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judging a refund: as it was worked out, or altered with a reason; and the second approval that an altered one needs. */
@Service
public class ApprovingRefund {

    private final Terminations terminations;
    private final ConfirmingRefund confirming;
    private final Ledger ledger;
    private final Clock clock;

    ApprovingRefund(Terminations terminations, ConfirmingRefund confirming, Ledger ledger, Clock clock) {
        this.terminations = terminations;
        this.confirming = confirming;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param altered refunds before tax by ISO 4217 code, where they are to differ from what was worked out; null or empty for nowhere;
     *     tax follows at each invoice's rate
     * @param reason why they differ, shown to the customer; needed only where they do
     * @return the termination, to be paid or waiting for a second person
     */
    @Transactional
    public Termination approve(String reference, Map<String, BigDecimal> altered, String reason, Actor actor) {
        Termination termination = terminations.hold(reference);
        TerminationRules.onlyFinance(actor);
        Map<String, BigDecimal> other =
                TerminationRules.alterationKeepsWithinWhatWasPaid(termination, altered == null ? Map.of() : altered);
        Instant now = clock.instant();
        if (other.isEmpty()) {
            return keep(
                    "refund.approved", termination.approved(Approval.asCalculated(actor.id(), now)), null, actor, now);
        }
        TerminationRules.alterationNeedsReason(reason);
        Approval approval = new Approval(other, reason, actor.id(), now, null, null);
        return keep("refund.altered", termination.approved(approval), reason, actor, now);
    }

    /** @param comment optional */
    @Transactional
    public Termination approveAltered(String reference, String comment, Actor actor) {
        Termination termination = terminations.hold(reference);
        Instant now = clock.instant();
        Termination approved = termination.approvedAgain(actor.id(), now);
        TerminationRules.onlyFinance(actor);
        TerminationRules.secondApproverIsAnotherPerson(termination, actor);
        new TextRules().optionalParagraph("comment", "the comment", comment).orRefuse();
        return keep("refund.approved-second", approved, comment, actor, now);
    }

    /** The second person disagrees: the refund is approved anew. @param comment why */
    @Transactional
    public Termination sendBack(String reference, String comment, Actor actor) {
        Termination termination = terminations.hold(reference);
        Termination back = termination.sentBack();
        TerminationRules.onlyFinance(actor);
        TerminationRules.secondApproverIsAnotherPerson(termination, actor);
        new TextRules().paragraph("comment", "why you do not agree", comment).orRefuse();
        return keep("refund.returned", back, comment, actor, clock.instant());
    }

    /** What is settled now is confirmed to the customer; an alteration to nothing is, by the statement that follows. */
    private Termination keep(String kind, Termination after, String comment, Actor actor, Instant now) {
        terminations.keep(after);
        Long mailing = after.state() == TerminationState.APPROVED ? confirming.confirm(after, now) : null;
        ledger.record(TerminationEntries.of(kind, after, actor, now)
                .with("refunds", after.totals())
                .with("comment", comment)
                .with("mailing", mailing));
        return terminations.named(after.reference());
    }
}
