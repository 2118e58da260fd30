package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.TextRules;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judging a proposal: approve, return or reject; and the second approval where one is needed. */
@Service
public class ReviewingChange {

    private final Registers registers;
    private final VendorChanges changes;
    private final Ledger ledger;
    private final Clock clock;

    ReviewingChange(Registers registers, VendorChanges changes, Ledger ledger, Clock clock) {
        this.registers = registers;
        this.changes = changes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param track the track chosen; null takes the table's
     * @param announceOn day of the announcement in the register's zone; null or today for at once
     * @return the change, scheduled or waiting for a second approval
     */
    @Transactional
    public VendorChange approve(String reference, Track track, LocalDate announceOn, String comment, Actor reviewer) {
        VendorChange change = changes.hold(reference);
        StaffRules.mayReview(change, reviewer);
        Instant now = clock.instant();
        Track chosen = track == null ? change.round().track() : track;
        Register register = registers.named(change.register());
        ReviewRules.trackMayBeChosen(
                register.policy(),
                change.proposal().kind(),
                change.round().classification().track(),
                chosen,
                comment);
        ReviewRules.dayCanBePlanned(announceOn, LocalDate.ofInstant(now, register.zone()));
        new TextRules().optionalParagraph("comment", "the comment", comment).orRefuse();
        VendorChange approved = change.approved(new Review(reviewer.id(), now, chosen, announceOn, comment, null));
        changes.keep(approved);
        ledger.record(ChangeEntries.of("change.approved", change, reviewer, now)
                .with("track", chosen)
                .with("announceOn", announceOn)
                .with("comment", comment));
        return approved;
    }

    @Transactional
    public void sendBack(String reference, String comment, Actor reviewer) {
        VendorChange change = changes.hold(reference);
        if (change.state() == ChangeState.SECOND_APPROVAL) {
            StaffRules.mayApproveSecond(change, reviewer);
        } else {
            StaffRules.mayReview(change, reviewer);
        }
        judge(change, change.returned(), "change.returned", comment, reviewer);
    }

    @Transactional
    public void reject(String reference, String comment, Actor reviewer) {
        VendorChange change = changes.hold(reference);
        StaffRules.mayReview(change, reviewer);
        judge(change, change.rejected(clock.instant()), "change.rejected", comment, reviewer);
    }

    /** @param comment why two agree that it may go this way; required */
    @Transactional
    public void approveSecond(String reference, String comment, Actor approver) {
        VendorChange change = changes.hold(reference);
        VendorChange approved = change.approvedAgain(approver.id());
        StaffRules.mayApproveSecond(change, approver);
        judge(change, approved, "change.approved-second", comment, approver);
    }

    private void judge(VendorChange before, VendorChange after, String kind, String comment, Actor actor) {
        new TextRules()
                .paragraph("comment", "the reason for your decision", comment)
                .orRefuse();
        changes.keep(after);
        ledger.record(ChangeEntries.of(kind, before, actor, clock.instant()).with("comment", comment));
    }
}
