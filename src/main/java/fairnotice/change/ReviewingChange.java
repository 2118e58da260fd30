package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
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
        checkTrack(change, chosen, comment);
        checkDay(change, announceOn, now);
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
        judge(change, change.rejected(), "change.rejected", comment, reviewer);
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

    private void checkTrack(VendorChange change, Track chosen, String comment) {
        NoticePolicy policy = registers.named(change.register()).policy();
        Track given = change.round().classification().track();
        TextRules rules = new TextRules();
        rules.refuseIf(
                chosen == Track.EXPEDITED && policy.expedited() == null,
                "track",
                "This register's policy has no exception for security-critical changes.");
        rules.refuseIf(
                chosen == Track.UNLISTED && given != Track.UNLISTED,
                "track",
                "Only a vendor without personal data can stay off the list.");
        if (chosen.isWeakerThan(given)) {
            rules.refuseIf(
                    !policy.weakerTrack(), "track", "This register's policy does not let you choose a weaker track.");
            rules.paragraph("comment", "why a weaker track is right", comment);
        }
        rules.orRefuse();
    }

    private void checkDay(VendorChange change, LocalDate announceOn, Instant now) {
        Register register = registers.named(change.register());
        if (announceOn != null && announceOn.isBefore(LocalDate.ofInstant(now, register.zone()))) {
            throw Refused.invalid(
                    "announceOn", "The day of the announcement lies in the past; choose today or a later day.");
        }
    }
}
