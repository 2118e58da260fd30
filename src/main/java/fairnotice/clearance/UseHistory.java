package fairnotice.clearance;

import fairnotice.change.VendorChange;
import fairnotice.objection.AgreementRules;
import fairnotice.objection.Objection;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** When a change was in effect for a customer that objected to it, until it did. */
final class UseHistory {

    private final CustomerFacts facts;
    private final Function<Objection, Instant> admission;

    /** @param admission when an objection that was filed again after a final refusal was admitted as a new one */
    UseHistory(CustomerFacts facts, Function<Objection, Instant> admission) {
        this.facts = facts;
        this.admission = admission;
    }

    /** A time in which an objection, or what was agreed about it, kept the change away. @param until null while it does */
    private record Stood(Instant from, Instant until) {}

    /** First to last; none of a change that never took effect. */
    List<PastUse> of(VendorChange change) {
        if (!change.isPublished()) {
            return List.of();
        }
        Clearance told = new NoticeVerdict(facts).of(change);
        List<PastUse> used = new ArrayList<>();
        Instant since = told.since();
        for (Stood stood : stood(facts.objections(change))) {
            if (since == null) {
                break;
            }
            if (stood.from().isAfter(since)) {
                used.add(new PastUse(day(change, since), day(change, stood.from()), zone(change)));
            }
            since = stood.until() == null ? null : Clearance.latest(since, stood.until());
        }
        return used;
    }

    /** @param newestFirst all of the customer to the change */
    private List<Stood> stood(List<Objection> newestFirst) {
        List<Stood> stood = new ArrayList<>();
        Instant agreedSince = null;
        for (int i = 0; i < newestFirst.size(); i++) {
            Objection objection = newestFirst.get(i);
            NoticePolicy policy = facts.policies().apply(objection.policyVersion());
            ObjectionRule rule = ObjectionRule.of(objection, facts.customer(), policy, facts.now());
            if (rule.stoodAgainstIt(objection)) {
                Instant until = rule.clears() ? rule.since(objection, policy.zone()) : null;
                boolean replaced = agreedSince != null
                        && AgreementRules.isSubjectToLater(objection)
                        && (until == null || agreedSince.isBefore(until));
                stood.add(new Stood(
                        from(objection, newestFirst.subList(i + 1, newestFirst.size())),
                        replaced ? agreedSince : until));
            }
            agreedSince = AgreementRules.isAgreement(objection) ? objection.settledAt() : agreedSince;
        }
        stood.sort(Comparator.comparing(Stood::from));
        return stood;
    }

    /** @param before its customer's earlier ones, newest first */
    private Instant from(Objection objection, List<Objection> before) {
        boolean onceAdmitted = !before.isEmpty() && before.get(0).isFollowedOnceAdmitted(objection.round());
        return onceAdmitted ? admission.apply(objection) : objection.receivedAt();
    }

    private LocalDate day(VendorChange change, Instant at) {
        return LocalDate.ofInstant(at, zone(change));
    }

    private ZoneId zone(VendorChange change) {
        return facts.notice(change)
                .map(notice -> facts.policies().apply(notice.policyVersion()).zone())
                .orElse(facts.policy().zone());
    }
}
