package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.ledger.Ledger;
import fairnotice.mailserver.MailReadiness;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judging a proposal: approve, return or reject; and the second approval where one is needed. */
@Service
public class ReviewingChange {

    private final Registers registers;
    private final RegisterVersions versions;
    private final VendorChanges changes;
    private final AnnouncedBefore announced;
    private final StaffDirectory staff;
    private final MailReadiness mail;
    private final Ledger ledger;
    private final Clock clock;

    ReviewingChange(
            Registers registers,
            RegisterVersions versions,
            VendorChanges changes,
            AnnouncedBefore announced,
            StaffDirectory staff,
            MailReadiness mail,
            Ledger ledger,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.changes = changes;
        this.announced = announced;
        this.staff = staff;
        this.mail = mail;
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
        VendorChange change = announced.added(changes.lock(reference));
        Colleagues colleagues = staff.colleagues();
        StaffRules.mayReview(change, reviewer, colleagues);
        Instant now = clock.instant();
        Track chosen = track == null ? change.round().track() : track;
        mailMustWorkFor(chosen);
        Register register = registers.getById(change.register());
        RegisterVersion listed = versions.current(register.id());
        ReviewRules.nothingNewUnannounced(
                chosen, change.round().classification(), Materiality.newFacts(change.proposal(), listed));
        ReviewRules.trackMayBeChosen(
                register.policy(),
                change.proposal().kind(),
                change.round().classification().track(),
                chosen,
                comment);
        ReviewRules.weakeningIsExplained(change.round(), chosen, comment);
        ReviewRules.dayCanBePlanned(announceOn, LocalDate.ofInstant(now, register.zone()));
        new TextRules()
                .optionalParagraph("comment", "refused.name.comment", comment)
                .orRefuse();
        Review review = Review.of(reviewer.id(), now, chosen, announceOn, comment);
        boolean silentTexts = chosen == Track.UNANNOUNCED
                && change.round().classification().track() == Track.UNANNOUNCED
                && !Materiality.textsChanged(change.proposal(), listed).isEmpty();
        VendorChange approved = change.approved(silentTexts ? review.ofTexts() : review);
        changes.save(approved);
        ledger.record(ChangeEntries.of("change.approved", change, reviewer, now)
                .with("track", chosen)
                .with("announcedTrack", weakened(approved.round()))
                .with("announceOn", announceOn)
                .with("comment", comment)
                .with("singleHanded", isSingleHanded(change, reviewer, colleagues)));
        return approved;
    }

    /** What was announced, where this takes a weaker track; null otherwise. */
    private static Track weakened(Round round) {
        return round.weakensAnnouncedTrack() ? round.announcedTrack() : null;
    }

    /** Whether this person reviews their own proposal, as the only one of the legal group. */
    private static boolean isSingleHanded(VendorChange change, Actor reviewer, Colleagues colleagues) {
        return StaffRules.AUTHOR_AND_REVIEWER.isSingleHanded(
                reviewer, change.round().authors(), change.register(), colleagues);
    }

    /** Why this person may not judge the proposal. */
    public Optional<Phrase> obstacle(VendorChange change, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> StaffRules.mayReview(change, actor, colleagues));
    }

    /** Why this person may neither approve it a second time nor return it then. */
    public Optional<Phrase> obstacleToSecond(VendorChange change, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> StaffRules.mayApproveSecond(change, actor, colleagues));
    }

    /** Whom the review waits for, when nobody who is there now may do it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(VendorChange change) {
        return StaffRules.AUTHOR_AND_REVIEWER.vacancy(change.round().authors(), change.register(), staff.colleagues());
    }

    /** The same for the second approval. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancyOfSecond(VendorChange change) {
        return StaffRules.second(change)
                .vacancy(StaffRules.beforeSecond(change), change.register(), staff.colleagues());
    }

    @Transactional
    public void sendBack(String reference, String comment, Actor reviewer) {
        VendorChange change = changes.lock(reference);
        if (change.state() == ChangeState.SECOND_APPROVAL) {
            StaffRules.mayApproveSecond(change, reviewer, staff.colleagues());
        } else {
            StaffRules.mayReview(change, reviewer, staff.colleagues());
        }
        judge(change, change.returned(), "change.returned", comment, reviewer);
    }

    @Transactional
    public void reject(String reference, String comment, Actor reviewer) {
        VendorChange change = changes.lock(reference);
        StaffRules.mayReview(change, reviewer, staff.colleagues());
        judge(change, change.rejected(clock.instant()), "change.rejected", comment, reviewer);
    }

    /** @param comment why two agree that it may go this way; required */
    @Transactional
    public void approveSecond(String reference, String comment, Actor approver) {
        VendorChange change = changes.lock(reference);
        VendorChange approved = change.approvedAgain(approver.id());
        StaffRules.mayApproveSecond(change, approver, staff.colleagues());
        mailMustWorkFor(approved.round().review().track());
        judge(
                change,
                approved,
                change.soSince() == null ? "change.approved-second" : "change.certified-second",
                comment,
                approver);
    }

    /** What customers are to be told of can be approved only while they can be written to. */
    private void mailMustWorkFor(Track track) {
        if (track.isTold()) {
            mail.mustWork();
        }
    }

    private void judge(VendorChange before, VendorChange after, String kind, String comment, Actor actor) {
        new TextRules()
                .paragraph("comment", "refused.name.decision-reason", comment)
                .orRefuse();
        changes.save(after);
        ledger.record(ChangeEntries.of(kind, before, actor, clock.instant())
                .with("comment", comment)
                .with("soSince", after.soSince()));
    }
}
