package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Remedy;
import fairnotice.register.Settlement.Cure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal offers how an objection could be settled, or ends the search for an agreement. */
@Service
public class MakingOffer {

    private final Objections objections;
    private final Threads threads;
    private final ObjectionContexts contexts;
    private final SettlementDates dates;
    private final Ledger ledger;
    private final Clock clock;

    MakingOffer(
            Objections objections,
            Threads threads,
            ObjectionContexts contexts,
            SettlementDates dates,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.contexts = contexts;
        this.dates = dates;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Cure> possible(Objection objection) {
        return possible(objection, contexts.of(objection).change());
    }

    /** What can be offered: of the policy's cures neither the change's withdrawal, nor an exemption where nobody can be left out. */
    private List<Cure> possible(Objection objection, VendorChange change) {
        boolean excludable = change.proposal().subprocessor().excludable();
        return contexts.policy(objection).settlement().cures().stream()
                .filter(cure -> cure != Cure.WITHDRAWAL)
                .filter(cure -> cure != Cure.EXEMPTION || excludable)
                .sorted()
                .toList();
    }

    /** Why no offer can be made, and what can be done instead. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(Objection objection, VendorChange change) {
        return possible(objection, change).isEmpty()
                ? Optional.of(Phrase.of("refused.offer.nothing"))
                : Optional.empty();
    }

    /**
     * @param cure an explanation, a safeguard or an exemption; the withdrawal of the change is no offer but done by withdrawing it
     * @param until for an exemption: its last day; null for one without end
     */
    @Transactional
    public Objection offer(String reference, Cure cure, String text, LocalDate until, Actor actor) {
        Objection objection = objections.lock(reference);
        ObjectionRules.mustBeLegal(actor, objection);
        NoticePolicy policy = contexts.policy(objection);
        Instant now = clock.instant();
        List<Cure> possible = possible(objection);
        boolean leavesOut =
                cure == Cure.EXEMPTION && policy.settlement().cures().contains(cure) && !possible.contains(cure);
        new TextRules()
                .refuseIf(!possible.contains(cure) && !leavesOut, "cure", "refused.offer.kind")
                .paragraph("comment", "refused.name.offer", text)
                .refuseIf(until != null && cure != Cure.EXEMPTION, "until", "refused.offer.day-only-exemption")
                .refuseIf(
                        until != null && !until.isAfter(LocalDate.ofInstant(now, policy.zone())),
                        "until",
                        "refused.offer.day-ahead")
                .refuseIf(
                        until != null
                                && contexts.of(objection)
                                        .earliestUse()
                                        .filter(until::isBefore)
                                        .isPresent(),
                        "until",
                        "refused.offer.day-before-notice")
                .refuseIf(leavesOut, "cure", "refused.offer.not-excludable")
                .orRefuse();
        Offer made = new Offer(objection.offers() + 1, cure, text.strip(), until, now, actor.id());
        Objection offered = objection.offered(made, dates.due(policy, ObjectionState.OFFERED, now));
        objections.save(offered);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.OFFERED, false, text.strip(), List.of());
        ledger.record(ObjectionEntries.of("objection.offered", objection, actor.id(), now)
                .with("number", made.number())
                .with("cure", cure)
                .with("until", until)
                .with("text", text));
        return offered;
    }

    /** No agreement can be found: the customer may leave where the policy gives that remedy; elsewhere the case is closed. */
    @Transactional
    public Objection giveUp(String reference, String reasons, Actor actor) {
        Objection objection = objections.lock(reference);
        ObjectionRules.mustBeLegal(actor, objection);
        new TextRules()
                .paragraph("comment", "refused.name.why-no-agreement", reasons)
                .orRefuse();
        Instant now = clock.instant();
        Objection after = unsettled(objection, false, now);
        objections.save(after);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.CLOSED, false, reasons.strip(), List.of());
        ledger.record(ObjectionEntries.of("objection.given-up", objection, actor.id(), now)
                .with("state", after.state())
                .with("reasons", reasons));
        return after;
    }

    /** What follows when no agreement was found. */
    Objection unsettled(Objection objection, boolean byCustomer, Instant now) {
        NoticePolicy policy = contexts.policy(objection);
        return policy.remedy() == Remedy.NONE
                ? objection.notAgreed(now)
                : objection.remedied(dates.due(policy, ObjectionState.TERMINATION_OFFERED, now), byCustomer);
    }
}
