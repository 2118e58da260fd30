package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judging a refund: as it was worked out, or altered with a reason; and the second approval that an altered one needs. */
@Service
public class ApprovingRefund {

    private final Terminations terminations;
    private final CalculatingRefund calculating;
    private final StaffDirectory staff;
    private final ConfirmingRefund confirming;
    private final Ledger ledger;
    private final Clock clock;

    ApprovingRefund(
            Terminations terminations,
            CalculatingRefund calculating,
            StaffDirectory staff,
            ConfirmingRefund confirming,
            Ledger ledger,
            Clock clock) {
        this.terminations = terminations;
        this.calculating = calculating;
        this.staff = staff;
        this.confirming = confirming;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param altered refunds before tax by ISO 4217 code, where they are to differ from what was worked out; null or empty for nowhere;
     *     tax follows at each invoice's rate
     * @param reason why they differ, shown to the customer; needed only where they do, and where the customer's data confirmed by now gives less, or
     *     less than the customer was told; else a comment, which stays internal
     * @throws Refused among others when the amounts stated are those that were worked out, and no second person is needed; and when the
     *     customer's data confirmed by now gives more in some currency: it is to be calculated again first
     * @return the termination, to be paid, waiting for a second person, or without a refund where none was worked out
     */
    @Transactional
    public Termination approve(String reference, Map<String, BigDecimal> altered, String reason, Actor actor) {
        Termination termination = terminations.lock(reference);
        TerminationRules.onlyFinance(termination, actor);
        Optional<Phrase> second = Optional.empty();
        if (termination.state() == TerminationState.CALCULATED) {
            Worksheet confirmed = calculating.again(termination);
            TerminationRules.nothingMoreIsConfirmed(termination, confirmed);
            second = TerminationRules.secondPersonIsNeeded(termination, confirmed);
        }
        Map<String, BigDecimal> other = TerminationRules.alterationKeepsWithinWhatWasPaid(
                termination, altered == null ? Map.of() : altered, second.isPresent());
        Instant now = clock.instant();
        if (other.isEmpty()) {
            second.ifPresent(why -> {
                throw Refused.conflict(why);
            });
            TerminationRules.asCalculatedIsNotStated(altered);
            TerminationRules.comment(reason);
            return keep(
                    termination.isRefundDue() ? "refund.approved" : "refund.none-confirmed",
                    termination,
                    termination.approved(Approval.asCalculated(actor.id(), now)),
                    reason,
                    actor,
                    now);
        }
        TerminationRules.alterationNeedsReason(reason);
        Approval approval = new Approval(other, reason, actor.id(), now, null, null);
        return keep("refund.altered", termination, termination.approved(approval), reason, actor, now);
    }

    /**
     * The same without an alteration.
     *
     * @param seen refunds before tax by ISO 4217 code that the approver saw; empty where that is not stated
     * @throws Refused among others when they are not those that are calculated now
     */
    @Transactional
    public Termination approveAsCalculated(
            String reference, Map<String, BigDecimal> seen, String comment, Actor actor) {
        TerminationRules.seenIsCalculated(terminations.lock(reference), seen);
        return approve(reference, Map.of(), comment, actor);
    }

    /**
     * Nobody approves what has moved since it was looked at: its tax, too, may have been calculated again.
     *
     * @param seen version of the termination that was looked at; null where that is not stated
     * @throws Refused when it has another by now
     */
    @Transactional
    public void mustBeAsSeen(String reference, Integer seen) {
        TerminationRules.isAsSeen(terminations.lock(reference), seen);
    }

    /**
     * @param comment optional
     * @throws Refused among others when the customer's data confirmed by now gives more: it is sent back, and calculated again
     */
    @Transactional
    public Termination approveAltered(String reference, String comment, Actor actor) {
        Termination termination = terminations.lock(reference);
        Instant now = clock.instant();
        Termination approved = termination.approvedAgain(actor.id(), now);
        TerminationRules.mayApproveAltered(termination, actor, staff.colleagues());
        TerminationRules.comment(comment);
        TerminationRules.nothingMoreIsConfirmed(termination, calculating.again(termination));
        return keep("refund.approved-second", termination, approved, comment, actor, now);
    }

    /** The second person disagrees: the refund is approved anew. @param comment why */
    @Transactional
    public Termination sendBack(String reference, String comment, Actor actor) {
        Termination termination = terminations.lock(reference);
        Termination back = termination.sentBack();
        TerminationRules.mayApproveAltered(termination, actor, staff.colleagues());
        new TextRules()
                .paragraph("comment", "refused.name.why-disagree", comment)
                .orRefuse();
        return keep("refund.returned", termination, back, comment, actor, clock.instant());
    }

    /** Why this person may not approve what was worked out, or alter it. */
    public Optional<Phrase> obstacle(Termination termination, Actor actor) {
        return Refused.reason(() -> TerminationRules.onlyFinance(termination, actor));
    }

    /** Why no amount but the one that was worked out can be approved. */
    public Optional<Phrase> obstacleToAltering(Termination termination) {
        return Refused.reason(() -> TerminationRules.anythingCanBeAltered(termination));
    }

    /** Why this person may neither approve an altered refund nor send it back. */
    public Optional<Phrase> obstacleToAltered(Termination termination, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> TerminationRules.mayApproveAltered(termination, actor, colleagues));
    }

    /** Whom an altered refund waits for, when nobody who is there now may approve it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(Termination termination) {
        return TerminationRules.ALTERED_AND_APPROVED.vacancy(
                TerminationRules.altered(termination.approval()), termination.register(), staff.colleagues());
    }

    /** What is settled now is confirmed to the customer; that nothing is refunded is, by the statement that follows. */
    private Termination keep(
            String kind, Termination before, Termination after, String comment, Actor actor, Instant now) {
        terminations.save(after);
        Long mailing = after.state() == TerminationState.APPROVED ? confirming.confirm(after, now) : null;
        ledger.record(TerminationEntries.refunds(TerminationEntries.of(kind, after, actor, now), before, after)
                .with("refunds", after.totals())
                .with("comment", comment)
                .with("mailing", mailing));
        return terminations.getByReference(after.reference());
    }
}
