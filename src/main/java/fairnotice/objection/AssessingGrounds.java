package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal assesses the grounds of an objection, and once more when its refusal is contested. */
@Service
public class AssessingGrounds {

    private final Objections objections;
    private final Threads threads;
    private final CaseFile file;
    private final SettlementDates dates;
    private final Ledger ledger;
    private final Clock clock;

    AssessingGrounds(
            Objections objections, Threads threads, CaseFile file, SettlementDates dates, Ledger ledger, Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.file = file;
        this.dates = dates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Its grounds are heard; an offer comes next. A late one is heard by this too. */
    @Transactional
    public Objection admit(String reference, String comment, Actor actor) {
        Objection objection = objections.hold(reference);
        CaseRules.mayAssess(objection, actor);
        NoticePolicy policy = file.policy(objection);
        if (policy.groundsRequired() && objection.filing().grounds() == Grounds.NOT_GIVEN) {
            throw Refused.conflict(
                    "The policy asks for grounds and the customer has given none yet; ask for them in the thread first.");
        }
        new TextRules().optionalParagraph("comment", "your comment", comment).orRefuse();
        Instant now = clock.instant();
        Objection admitted = objection.admitted(actor.id(), dates.answerDue(policy, now));
        objections.keep(admitted);
        if (comment != null && !comment.isBlank()) {
            threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.NOTE, true, comment.strip(), List.of());
        }
        ledger.record(CaseEntries.of("objection.admitted", objection, actor.id(), now)
                .with("late", objection.late())
                .with("comment", comment));
        return admitted;
    }

    /** @param reasons the customer reads them */
    @Transactional
    public Objection refuse(String reference, String reasons, Actor actor) {
        Objection objection = objections.hold(reference);
        CaseRules.mayAssess(objection, actor);
        new TextRules()
                .paragraph("comment", "the reasons; the customer reads them", reasons)
                .orRefuse();
        NoticePolicy policy = file.policy(objection);
        Instant now = clock.instant();
        mayStillGiveGrounds(objection, policy, now);
        Objection refused = objection.refused(reasons.strip(), actor.id(), dates.contestUntil(policy, now), now);
        objections.keep(refused);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.REFUSED, false, reasons.strip(), List.of());
        ledger.record(CaseEntries.of("objection.refused", objection, actor.id(), now)
                .with("final", refused.isSettled())
                .with("reasons", reasons));
        return refused;
    }

    /** Grounds may follow until the window closes, so their absence alone refuses nothing before. */
    private static void mayStillGiveGrounds(Objection objection, NoticePolicy policy, Instant now) {
        boolean missing = policy.groundsRequired() && objection.filing().grounds() == Grounds.NOT_GIVEN;
        boolean open = objection.windowClosesAt() != null && now.isBefore(objection.windowClosesAt());
        if (missing && open) {
            throw Refused.conflict("The customer may still give its grounds, until "
                    + CaseLetters.day(policy, objection.windowClosesAt()) + "; it can be refused after that day.");
        }
    }
}
