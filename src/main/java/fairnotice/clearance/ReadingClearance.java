package fairnotice.clearance;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notices;
import fairnotice.objection.AdmittedAnew;
import fairnotice.objection.HeldExemptions;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.Threads;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** May this vendor process this customer's data now, and why? However many entries there are, the database is asked a few times. */
@Service
public class ReadingClearance {

    private final Registers registers;
    private final RegisterVersions versions;
    private final VendorChanges changes;
    private final Customers customers;
    private final Notices notices;
    private final Objections objections;
    private final HeldExemptions exemptions;
    private final Threads threads;
    private final Clock clock;

    ReadingClearance(
            Registers registers,
            RegisterVersions versions,
            VendorChanges changes,
            Customers customers,
            Notices notices,
            Objections objections,
            HeldExemptions exemptions,
            Threads threads,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.changes = changes;
        this.customers = customers;
        this.notices = notices;
        this.objections = objections;
        this.exemptions = exemptions;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * @param customer the publisher's own id of it
     * @param subprocessor name of an entry, compared without case
     * @throws Refused when there is no such register or customer, or no entry of that name is, was or is about to be listed
     */
    public Clearance clearance(String register, String customer, String subprocessor) {
        Customer known = customer(register, customer);
        List<RegisterVersion> all = versions.all(register);
        Lineage entry = Lineage.of(all).get(Lineage.key(subprocessor));
        List<VendorChange> running = running(register);
        if (entry != null) {
            return new EntryVerdict(facts(known, List.of(entry), running)).of(entry, modifying(running, entry));
        }
        if (Lineage.wasListed(all, subprocessor)) {
            return replaced(known, all, subprocessor).orElseGet(() -> Clearance.no(NoticeRule.REMOVED.sentence()));
        }
        if (running.stream().anyMatch(change -> change.proposal().claims().contains(Lineage.key(subprocessor)))) {
            return Clearance.no(NoticeRule.NOT_LISTED.sentence());
        }
        throw Refused.unknown("refused.unknown.subprocessor");
    }

    /** Of an entry that was replaced, for a customer from whom the replacement is kept away: what it was; empty for everybody else. */
    private Optional<Clearance> replaced(Customer customer, List<RegisterVersion> all, String subprocessor) {
        Optional<VendorChange> by = Lineage.removal(all, subprocessor)
                .flatMap(removal -> Optional.ofNullable(
                        changes.byReferences(Set.of(removal)).get(removal)))
                .filter(change -> change.proposal().kind() == ChangeKind.REPLACE && !isWithdrawn(change));
        return by.filter(change -> isBarred(customer, change)).map(change -> {
            Lineage before = Lineage.before(all, subprocessor);
            return new EntryVerdict(facts(customer, List.of(before), List.of()))
                    .of(before, List.of())
                    .adding(Phrase.of(
                            "clearance.replaced",
                            change.proposal().subprocessor().name()));
        });
    }

    private static boolean isWithdrawn(VendorChange change) {
        return change.state() == ChangeState.WITHDRAWN;
    }

    /** Whether the change is kept away from the customer while its orders run. */
    private boolean isBarred(Customer customer, VendorChange change) {
        CustomerFacts facts = facts(customer, List.of(), List.of(change));
        Optional<HeldBack> held = new ObjectionVerdict(facts).heldBack(change);
        return held.map(each -> each.reason() != HeldBack.Reason.LEFT)
                .orElseGet(() -> !new NoticeVerdict(facts).of(change).cleared());
    }

    /** Of every listed entry, in the list's order. */
    public List<EntryClearance> clearances(String register, String customer) {
        return clearances(customer(register, customer));
    }

    /** Of every listed entry, in the list's order. */
    public List<EntryClearance> clearances(Customer customer) {
        Collection<Lineage> entries =
                Lineage.of(versions.all(customer.register())).values();
        List<VendorChange> running = running(customer.register());
        EntryVerdict verdict = new EntryVerdict(facts(customer, entries, running));
        return entries.stream()
                .map(entry -> new EntryClearance(entry.name(), verdict.of(entry, modifying(running, entry))))
                .toList();
    }

    /**
     * What of its objections to the change keeps it from applying to the customer, whatever the list shows (invariant 2). One that is still to be
     * matched is not its own: no customer reads of what somebody unknown has sent.
     */
    public Optional<HeldBack> heldBack(Customer customer, VendorChange change) {
        return ownVerdict(customer, change).heldBack(change);
    }

    /** The case whose exemption alone keeps the change from applying to the customer; a later one may have ended without an agreement. */
    public Optional<Objection> exemption(Customer customer, VendorChange change) {
        return ownVerdict(customer, change).exemption(change);
    }

    private ObjectionVerdict ownVerdict(Customer customer, VendorChange change) {
        return new ObjectionVerdict(facts(customer, List.of(), List.of(change)).ofItsOwn());
    }

    /** When the change was in effect for the customer until it objected, or until it was known that no message had reached it, first to last. */
    public List<PastUse> usedBefore(Customer customer, VendorChange change) {
        CustomerFacts facts = facts(customer, List.of(), List.of(change));
        return new UseHistory(
                        facts,
                        (objection, before) -> AdmittedAnew.at(objection, before, () -> threads.thread(objection.id())),
                        notice -> notices.contacts(List.of(notice.id())))
                .of(change);
    }

    private Customer customer(String register, String id) {
        if (registers.find(register).isEmpty()) {
            throw Refused.unknown("refused.unknown.register");
        }
        return customers.find(register, id).orElseThrow(() -> Refused.unknown("refused.unknown.customer-id"));
    }

    private List<VendorChange> running(String register) {
        return changes.running().stream()
                .filter(change -> change.register().equals(register))
                .toList();
    }

    private static List<VendorChange> modifying(List<VendorChange> running, Lineage entry) {
        return running.stream()
                .filter(change -> change.proposal().kind() == ChangeKind.MODIFY && !change.isPublished())
                .filter(change -> RegisterVersion.sameName(change.proposal().entryName(), entry.name()))
                .toList();
    }

    private CustomerFacts facts(Customer customer, Collection<Lineage> entries, List<VendorChange> running) {
        Set<String> references = Stream.concat(
                        entries.stream().flatMap(Lineage::changes),
                        running.stream().map(VendorChange::reference))
                .collect(Collectors.toSet());
        List<Objection> filed = objections.ofCustomer(customer.id(), references);
        Map<String, VendorChange> about = changes.byReferences(references);
        return new CustomerFacts(
                customer,
                about,
                notices.lastOf(customer.id(), references),
                byChange(filed),
                byChange(objections.unmatched(references)),
                held(customer, about.values()),
                registers.getById(customer.register()).policy(),
                version -> registers.policy(customer.register(), version),
                clock.instant());
    }

    private Map<String, Objection> held(Customer customer, Collection<VendorChange> about) {
        return exemptions.of(about, Set.of(customer.id())).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(customer.id())));
    }

    private static Map<String, List<Objection>> byChange(List<Objection> found) {
        return found.stream().collect(Collectors.groupingBy(Objection::change));
    }
}
