package fairnotice.clearance;

import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.notice.ContactOutcome;
import fairnotice.notice.ExpeditedRules;
import fairnotice.notice.Notice;
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
import java.util.function.Function;

/** When a change was in effect for a customer that objected to it, until it did. */
final class UseHistory {

    private final CustomerFacts facts;
    private final BiFunction<Objection, List<Objection>, Optional<Instant>> admission;
    private final Function<Notice, List<ContactOutcome>> messages;

    /**
     * @param admission of an objection when it was admitted as a new one, by the earlier ones, newest first; empty where it counts from its filing
     * @param messages of a notice what became of each
     */
    UseHistory(
            CustomerFacts facts,
            BiFunction<Objection, List<Objection>, Optional<Instant>> admission,
            Function<Notice, List<ContactOutcome>> messages) {
        this.facts = facts;
        this.messages = messages;
        this.admission = admission;
    }

    /**
     * A time in which an objection, or what was agreed about it, kept the change away.
     *
     * @param admitted as a new one, from which it counts; null for one that counts from its filing
     * @param until null while it does
     * @param missed whether it is no objection, but that no message had reached the customer
     */
    private record Stood(Instant filed, Instant admitted, Instant until, boolean missed) {

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
        List<Stood> all = new ArrayList<>(stood(facts.objections(change)));
        facts.held(change).map(this::held).ifPresent(all::add);
        Optional<Instant> missed = missed(change);
        missed.ifPresent(at -> all.add(new Stood(at, null, told.since(), true)));
        all.sort(Comparator.comparing(Stood::from));
        Instant since = missed.isPresent() ? change.publishedAt() : told.since();
        for (Stood stood : all) {
            if (since == null) {
                break;
            }
            if (stood.from().isAfter(since)) {
                LocalDate admitted = stood.admitted() == null ? null : day(change, stood.admitted());
                used.add(new PastUse(
                        day(change, since), day(change, stood.filed()), admitted, stood.missed(), zone(change)));
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
                        replaced ? agreedSince : until,
                        false));
            }
            agreedSince = AgreementRules.isAgreement(objection) ? objection.settledAt() : agreedSince;
        }
        return stood;
    }

    /** An exemption agreed about an earlier change, from the day it was agreed. */
    private Stood held(Objection exempted) {
        NoticePolicy policy = facts.policies().apply(exempted.policyVersion());
        ObjectionRule rule = ObjectionRule.of(exempted, facts.customer(), policy, facts.now());
        return new Stood(exempted.settledAt(), null, rule.clears() ? rule.since(exempted, policy.zone()) : null, false);
    }

    /** When it was known that nobody had the notice of a change that was in use for the customer already; empty where it was not. */
    private Optional<Instant> missed(VendorChange change) {
        boolean wentFirst = change.round().track() == Track.EXPEDITED;
        return facts.notice(change)
                .filter(notice -> wentFirst && notice.missedAt() != null)
                .filter(notice -> ExpeditedRules.isAllowed(
                        facts.customer(), facts.policies().apply(notice.policyVersion())))
                .flatMap(
                        notice -> ExpeditedRules.usedUntilMissed(change, notice, messages.apply(notice), zone(change)));
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
