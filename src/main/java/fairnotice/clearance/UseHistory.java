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
import java.util.Optional;
import java.util.function.BiFunction;

/** When a change was in effect for a customer that objected to it, until it did. */
final class UseHistory {

    private final CustomerFacts facts;
    private final BiFunction<Objection, List<Objection>, Optional<Instant>> admission;

    /** @param admission of an objection when it was admitted as a new one, by the earlier ones, newest first; empty where it counts from its filing */
    UseHistory(CustomerFacts facts, BiFunction<Objection, List<Objection>, Optional<Instant>> admission) {
        this.facts = facts;
        this.admission = admission;
    }

    /**
     * A time in which an objection, or what was agreed about it, kept the change away.
     *
     * @param admitted as a new one, from which it counts; null for one that counts from its filing
     * @param until null while it does
     */
    private record Stood(Instant filed, Instant admitted, Instant until) {

        Instant from() {
            return admitted == null ? filed : admitted;
        }
    }

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
                LocalDate admitted = stood.admitted() == null ? null : day(change, stood.admitted());
                used.add(new PastUse(day(change, since), day(change, stood.filed()), admitted, zone(change)));
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
                        objection.receivedAt(),
                        admission
                                .apply(objection, newestFirst.subList(i + 1, newestFirst.size()))
                                .orElse(null),
                        replaced ? agreedSince : until));
            }
            agreedSince = AgreementRules.isAgreement(objection) ? objection.settledAt() : agreedSince;
        }
        stood.sort(Comparator.comparing(Stood::from));
        return stood;
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
