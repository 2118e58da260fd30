package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal assesses the grounds of an objection, and once more when its refusal is contested. */
@Service
public class AssessingGrounds {

    private static final Phrase GRANTED = Phrase.of("refused.assess.granted");
    private static final Phrase ADOPTED = Phrase.of("refused.assess.adopted");

    private final Objections objections;
    private final Threads threads;
    private final ObjectionContexts contexts;
    private final SettlementDates dates;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    AssessingGrounds(
            Objections objections,
            Threads threads,
            ObjectionContexts contexts,
            SettlementDates dates,
            StaffDirectory staff,
            Ledger ledger,
            Clock clock) {
        this.staff = staff;
        this.objections = objections;
        this.threads = threads;
        this.contexts = contexts;
        this.dates = dates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Its grounds are heard; an offer comes next. A late one is heard by this too. */
    @Transactional
    public Objection admit(String reference, String comment, Actor actor) {
        Objection objection = objections.lock(reference);
        ObjectionRules.mayAssess(objection, actor, staff.colleagues());
        obstacleToAdmitting(objection).ifPresent(AssessingGrounds::refused);
        NoticePolicy policy = contexts.policy(objection);
        new TextRules()
                .optionalParagraph("comment", "refused.name.your-comment", comment)
                .orRefuse();
        Instant now = clock.instant();
        Objection admitted = objection.admitted(actor.id(), dates.due(policy, ObjectionState.AWAITING_OFFER, now));
        objections.save(admitted);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.ADMITTED, false, "", List.of());
        if (comment != null && !comment.isBlank()) {
            threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.NOTE, true, comment.strip(), List.of());
        }
        ledger.record(ObjectionEntries.of("objection.admitted", objection, actor.id(), now)
                .with("late", objection.late())
                .with("comment", comment));
        return admitted;
    }

    /**
     * @param reason one of {@link #reasons}; null for grounds that are not reasonable, where that is one of them
     * @param reasons the customer reads them
     */
    @Transactional
    public Objection refuse(String reference, RefusalReason reason, String reasons, Actor actor) {
        Objection objection = objections.lock(reference);
        VendorChange change = contexts.of(objection).change();
        Colleagues colleagues = staff.colleagues();
        ObjectionRules.mayAssess(objection, actor, colleagues);
        ObjectionRules.mayReject(change, objection, actor, colleagues);
        RefusalReason given =
                reason == null && contexts.policy(objection).groundsRequired() ? RefusalReason.GROUNDS : reason;
        new TextRules()
                .refuseIf(!reasons(objection).contains(given), "reason", whyNot(objection, given))
                .paragraph("comment", "refused.name.reasons-read", reasons)
                .orRefuse();
        NoticePolicy policy = contexts.policy(objection);
        Instant now = clock.instant();
        obstacleToRefusing(objection).ifPresent(AssessingGrounds::refused);
        Objection moved = objection.refused(
                given, reasons.strip(), actor.id(), dates.due(policy, ObjectionState.REFUSED, now), now);
        Objection refused = moved.isSettled()
                ? moved.leaving(contexts.of(moved).rights().objectingAnew(now).orElse(null))
                : moved;
        objections.save(refused);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.REFUSED, false, reasons.strip(), List.of());
        ledger.record(ObjectionEntries.of("objection.refused", objection, actor.id(), now)
                .with("final", refused.isSettled())
                .with("mayObjectUntil", AmendedWhileOpen.lastDay(refused, policy.zone()))
                .with("reason", given)
                .with("reasons", reasons)
                .with("singleHanded", ObjectionRules.isSingleHanded(change, objection, actor, colleagues)));
        return refused;
    }

    /** What it can be refused for; none where it can only be admitted. */
    @Transactional(readOnly = true)
    public List<RefusalReason> reasons(Objection objection) {
        return RefusalReasons.open(objection, contexts.policy(objection), () -> threads.thread(objection.id()));
    }

    /** Why one of the reasons for a refusal is none here; empty where all are open that its time leaves. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacleToCallingNotEntitled(Objection objection) {
        if (RefusalReasons.isGrantedToSender(objection)) {
            return Optional.of(GRANTED);
        }
        return RefusalReasons.isAdopted(objection, () -> threads.thread(objection.id()))
                ? Optional.of(ADOPTED)
                : Optional.empty();
    }

    /** Whether it may be refused for who filed it, which leaves its customer's own right to object untouched. */
    @Transactional(readOnly = true)
    public boolean mayBeNotEntitled(Objection objection) {
        return reasons(objection).contains(RefusalReason.NOT_ENTITLED);
    }

    /** Why that, or none, is no reason to refuse it. */
    private Phrase whyNot(Objection objection, RefusalReason given) {
        if (given == RefusalReason.LATE && !objection.late()) {
            return Phrase.of("refused.assess.in-time");
        }
        if (given == RefusalReason.NOT_ENTITLED) {
            return obstacleToCallingNotEntitled(objection).orElse(GRANTED);
        }
        List<RefusalReason> reasons = reasons(objection);
        if (objection.state() == ObjectionState.CONTESTED && reasons.contains(objection.refusedFor())) {
            return Phrase.of("refused.assess.appealed." + objection.refusedFor());
        }
        Phrase grounds = Phrase.of("refused.assess.no-grounds-asked");
        Set<RefusalReason> open = EnumSet.noneOf(RefusalReason.class);
        open.addAll(reasons);
        open.remove(RefusalReason.GROUNDS);
        if (open.isEmpty()) {
            return grounds;
        }
        String only = open.size() > 1 ? "both" : open.iterator().next().name();
        return grounds.and(Phrase.of("refused.assess.only." + only));
    }

    /** Why this person may not assess it. */
    public Optional<Phrase> obstacle(Objection objection, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> ObjectionRules.mayAssess(objection, actor, colleagues));
    }

    /** Whom a contested one waits for, when nobody who is there now may look at it again. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(Objection objection) {
        return ObjectionRules.REFUSED_AND_APPEAL.vacancy(
                ObjectionRules.refused(objection), objection.register(), staff.colleagues());
    }

    /** Why this person may not reject it, whose case they may work. */
    public Optional<Phrase> obstacleToRejecting(
            Objection objection, VendorChange change, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> ObjectionRules.mayReject(change, objection, actor, colleagues));
    }

    /** Why it cannot be admitted as things stand, and what can be done instead. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacleToAdmitting(Objection objection) {
        return areGroundsMissing(objection)
                ? Optional.of(Phrase.of("refused.assess.grounds-missing"))
                : Optional.empty();
    }

    /** Nothing may be left to refuse it for; and grounds may follow until the window closes, so their absence alone refuses nothing before. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacleToRefusing(Objection objection) {
        if (reasons(objection).isEmpty()) {
            return Optional.of(obstacleToCallingNotEntitled(objection)
                    .orElse(GRANTED)
                    .and(Phrase.of("refused.assess.only-admitted")));
        }
        boolean open = objection.windowClosesAt() != null && clock.instant().isBefore(objection.windowClosesAt());
        return open && areGroundsMissing(objection)
                ? Optional.of(Phrase.of(
                        "refused.assess.grounds-may-follow",
                        ObjectionEmails.day(contexts.policy(objection), objection.windowClosesAt())))
                : Optional.empty();
    }

    /** The last day on which grounds could follow, where it has passed without any; empty before, and where none are missing. */
    public Optional<Deadline> groundsOver(Objection objection) {
        return Optional.ofNullable(objection.windowClosesAt())
                .filter(closes -> areGroundsMissing(objection))
                .map(closes -> Deadline.endingAt(closes, contexts.zone(objection)))
                .filter(last -> last.isOverAt(clock.instant()));
    }

    private boolean areGroundsMissing(Objection objection) {
        return objection.filing().grounds() == Grounds.NOT_GIVEN
                && contexts.policy(objection).groundsRequired();
    }

    private static void refused(Phrase phrase) {
        throw Refused.conflict(phrase);
    }
}
