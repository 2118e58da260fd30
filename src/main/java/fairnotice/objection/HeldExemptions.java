package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.SameVendor;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.objection.EarlierAgreements.Agreed;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The exemptions that hold beyond the change they were agreed about: removing a vendor from the list and bringing it again, under its name or
 * in the place of another, takes nothing from a customer that agreed that the vendor is not used for it; nor does adding it beside itself
 * under another name, and removing it then. What it agreed last about the vendor counts, and a dated exemption that ended before the later change was announced holds nothing.
 */
@Service
public class HeldExemptions {

    private static final Set<ChangeState> CAME_TO_NOTHING =
            EnumSet.of(ChangeState.WITHDRAWN, ChangeState.REJECTED, ChangeState.UNLISTED);

    private final EarlierAgreements agreements;
    private final Objections objections;
    private final VendorChanges changes;
    private final RegisterVersions versions;
    private final Registers registers;
    private final Clock clock;

    HeldExemptions(
            EarlierAgreements agreements,
            Objections objections,
            VendorChanges changes,
            RegisterVersions versions,
            Registers registers,
            Clock clock) {
        this.agreements = agreements;
        this.objections = objections;
        this.changes = changes;
        this.versions = versions;
        this.registers = registers;
        this.clock = clock;
    }

    /** Of each of these customers that has one; its own objections to the change are for {@link AgreementRules#held} to weigh. */
    public Map<Long, Objection> of(VendorChange change, Collection<Long> customers) {
        return of(List.of(change), customers).getOrDefault(change.reference(), Map.of());
    }

    Optional<Objection> of(VendorChange change, long customer) {
        return Optional.ofNullable(of(change, List.of(customer)).get(customer));
    }

    /** The same by reference of the change. However many there are, the database is asked once, and twice where anything was agreed. */
    public Map<String, Map<Long, Objection>> of(Collection<VendorChange> later, Collection<Long> customers) {
        Map<String, VendorChange> byReference = later.stream()
                .filter(change -> SameVendor.BRINGING.contains(change.proposal().kind()))
                .collect(Collectors.toMap(VendorChange::reference, Function.identity()));
        if (byReference.isEmpty() || customers.isEmpty()) {
            return Map.of();
        }
        return held(byReference, agreements.before(byReference.keySet(), customers));
    }

    /** Those of all customers that count for the change, the last agreed first. */
    public List<Objection> of(VendorChange change) {
        if (!SameVendor.BRINGING.contains(change.proposal().kind())) {
            return List.of();
        }
        Map<Long, Objection> held = held(Map.of(change.reference(), change), agreements.before(change.reference()))
                .getOrDefault(change.reference(), Map.of());
        Map<Long, List<Objection>> own = objections.ofCustomers(change.reference(), held.keySet()).stream()
                .collect(Collectors.groupingBy(Objection::customer));
        return held.entrySet().stream()
                .flatMap(each ->
                        AgreementRules.held(Optional.of(each.getValue()), own.getOrDefault(each.getKey(), List.of()))
                                .stream())
                .sorted(Comparator.comparing(Objection::settledAt).reversed())
                .toList();
    }

    private Map<String, Map<Long, Objection>> held(Map<String, VendorChange> byReference, List<Agreed> agreed) {
        Map<String, VendorChange> earlier = agreed.isEmpty()
                ? Map.of()
                : changes.byReferences(
                        agreed.stream().map(each -> each.objection().change()).collect(Collectors.toSet()));
        Map<String, Boolean> same = new HashMap<>();
        Map<String, Map<Long, Objection>> held = new HashMap<>();
        Map<String, Set<Long>> seen = new HashMap<>();
        for (Agreed each : agreed) {
            VendorChange change = byReference.get(each.later());
            Objection objection = each.objection();
            boolean isLatest = isAbout(objection, earlier.get(objection.change()), change, same)
                    && seen.computeIfAbsent(change.reference(), none -> new HashSet<>())
                            .add(objection.customer());
            if (isLatest && isExemptionAt(objection, change.announcedAt())) {
                held.computeIfAbsent(change.reference(), none -> new HashMap<>())
                        .put(objection.customer(), objection);
            }
        }
        return held;
    }

    /** The change that the end of an exemption lets take effect: the last that announced the vendor; empty where the list names it no more. */
    Optional<VendorChange> endsFor(Objection exempted) {
        VendorChange own = changes.getByReference(exempted.change());
        if (!SameVendor.BRINGING.contains(own.proposal().kind())) {
            return Optional.of(own).filter(change -> !CAME_TO_NOTHING.contains(change.state()));
        }
        List<String> after = agreements.after(exempted);
        Map<String, VendorChange> later = after.isEmpty() ? Map.of() : changes.byReferences(after);
        return after.stream()
                .map(later::get)
                .filter(change -> change.announcedAt() != null || change.isPublished())
                .filter(change ->
                        !CAME_TO_NOTHING.contains(change.state()) && isAbout(exempted, own, change, new HashMap<>()))
                .findFirst()
                .or(() -> Optional.of(own).filter(this::isComingOrListed));
    }

    private boolean isComingOrListed(VendorChange change) {
        boolean listed = !change.isPublished()
                || versions.current(change.register())
                        .entry(change.proposal().subprocessor().name())
                        .isPresent();
        return listed && !CAME_TO_NOTHING.contains(change.state());
    }

    /** @param known what was found of two changes already, whoever agreed */
    private boolean isAbout(Objection agreed, VendorChange earlier, VendorChange later, Map<String, Boolean> known) {
        String pair = later.reference() + " " + earlier.reference();
        return known.computeIfAbsent(pair, both -> isSame(earlier, later))
                || isAnnouncedAfter(agreed, later)
                        && known.computeIfAbsent("alone " + pair, both -> isSameOnceAlone(earlier, later));
    }

    /** A service that the customer had notice of when it agreed is none that it agreed about. */
    private static boolean isAnnouncedAfter(Objection agreed, VendorChange later) {
        return later.announcedAt() == null || later.announcedAt().isAfter(agreed.settledAt());
    }

    private boolean isSame(VendorChange earlier, VendorChange later) {
        return SameVendor.isBroughtBy(
                earlier.proposal(),
                later.proposal(),
                name -> listed(later).flatMap(version -> version.entry(name)).isPresent());
    }

    /** Two services of one vendor are two while both stand on the list; one that stood alone at any time since is the vendor. */
    private boolean isSameOnceAlone(VendorChange earlier, VendorChange later) {
        return later.isPublished()
                && SameVendor.isBroughtBy(
                        earlier.proposal(),
                        later.proposal(),
                        name -> versions.all(later.register()).stream()
                                .filter(version -> version.publishedAt().isAfter(later.publishedAt()))
                                .allMatch(version -> version.entry(name).isPresent()));
    }

    /** The list as the change made it; as it is, while the change has not gone live. */
    private Optional<RegisterVersion> listed(VendorChange change) {
        return change.isPublished()
                ? versions.at(change.register(), change.publishedAt())
                : Optional.of(versions.current(change.register()));
    }

    /** @param at null for a change that is not announced: then now */
    private boolean isExemptionAt(Objection objection, Instant at) {
        if (objection.state() != ObjectionState.EXEMPTED) {
            return false;
        }
        ZoneId zone = registers
                .policy(objection.register(), objection.policyVersion())
                .zone();
        return objection.offer().until() == null
                || !Deadline.on(objection.offer().until(), zone).isOverAt(at == null ? clock.instant() : at);
    }
}
