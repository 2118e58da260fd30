package fairnotice.clearance;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.notice.Notice;
import fairnotice.objection.AgreementRules;
import fairnotice.objection.Objection;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the objections of one customer to one change mean together: those that still {@linkplain AgreementRules count}, each by
 * {@link ObjectionRule}, and all must clear.
 */
final class ObjectionVerdict {

    private final CustomerFacts facts;

    ObjectionVerdict(CustomerFacts facts) {
        this.facts = facts;
    }

    /** One objection under its rule. */
    private record Judged(Objection objection, ObjectionRule rule, ZoneId zone) {

        Phrase reason() {
            Phrase sentence = rule.sentence(rule.day(objection, zone), zone);
            boolean without = objection.leftOutAt() != null && rule.inTheWay() != ObjectionRule.InTheWay.NO;
            return Clearance.naming(
                    without ? sentence.and(Phrase.of("clearance.without")) : sentence, objection.reference());
        }

        Instant since() {
            return rule.since(objection, zone);
        }
    }

    /** Why the change is not cleared for the customer; empty when no objection stands against it. */
    Optional<Phrase> against(VendorChange change) {
        return judged(change).stream()
                .filter(each -> !each.rule().clears())
                .map(Judged::reason)
                .findFirst();
    }

    /** The exemption that was agreed, where nothing else keeps the change from its customer. */
    Optional<Objection> exemption(VendorChange change) {
        List<Judged> standing =
                judged(change).stream().filter(each -> !each.rule().clears()).toList();
        return standing.stream()
                .filter(each -> standing.size() == 1 && AgreementRules.isAgreement(each.objection()))
                .map(Judged::objection)
                .findFirst();
    }

    /** The same for its customer: a termination says until when its orders run, or that they have ended. */
    Optional<HeldBack> heldBack(VendorChange change) {
        return judged(change).stream()
                .filter(each -> !each.rule().clears())
                .map(this::heldBack)
                .min(Comparator.comparing(HeldBack::reason)
                        .thenComparing(HeldBack::lastDay, Comparator.nullsLast(Comparator.reverseOrder())));
    }

    private HeldBack heldBack(Judged judged) {
        Instant leaves = judged.objection().leavesAt();
        if (leaves == null) {
            return HeldBack.BY_OBJECTION;
        }
        Deadline orders = Deadline.endingAt(leaves, judged.zone());
        HeldBack.Reason reason = orders.isOverAt(facts.now()) ? HeldBack.Reason.LEFT : HeldBack.Reason.LEAVING;
        return new HeldBack(reason, orders.lastDay(), orders.zone());
    }

    /** What the customer's objections leave to a change that is cleared: since when none stands against it, and how the last one ended. */
    Clearance ended(VendorChange change, Clearance otherwise) {
        Clearance after = otherwise;
        for (Judged each : judged(change)) {
            after = Clearance.yes(Clearance.latest(after.since(), each.since()), after.reason())
                    .adding(each.reason());
        }
        return after;
    }

    private List<Judged> judged(VendorChange change) {
        List<Judged> judged = new ArrayList<>();
        AgreementRules.counting(facts.objections(change)).forEach(objection -> judged.add(judge(objection)));
        facts.held(change).map(this::judge).ifPresent(judged::add);
        facts.unmatched(change).stream()
                .filter(objection -> mayBeIts(change, objection))
                .map(this::judge)
                .forEach(judged::add);
        return judged;
    }

    private Judged judge(Objection objection) {
        NoticePolicy policy = facts.policies().apply(objection.policyVersion());
        ObjectionRule rule = ObjectionRule.of(objection, facts.customer(), policy, facts.now());
        return new Judged(objection, rule, policy.zone());
    }

    /**
     * Invariant 2. One that is nobody's yet may come from any customer that could still object when it came, and from whoever has its
     * sender among its contacts. After every window it unclears nobody else, so that a stranger cannot stop a vendor for all.
     */
    private boolean mayBeIts(VendorChange change, Objection objection) {
        String sender = objection.filing().email();
        boolean known = sender != null
                && facts.customer().contacts().stream()
                        .anyMatch(contact -> EmailAddress.comparable(contact.email())
                                .equals(EmailAddress.comparable(sender.strip())));
        return known
                || facts.notice(change)
                        .filter(Notice::mayObject)
                        .filter(notice -> notice.dates() == null
                                || !notice.dates().objectionsClose().isOverAt(objection.receivedAt()))
                        .isPresent();
    }
}
