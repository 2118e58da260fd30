package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.notice.ReadingStanding;
import fairnotice.refusal.Language;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Opens {@linkplain ObjectionContext what lies around an objection}. */
@Service
public class ObjectionContexts {

    private final VendorChanges changes;
    private final Registers registers;
    private final Customers customers;
    private final Notices notices;
    private final ReadingStanding standing;
    private final Threads threads;
    private final Objections objections;
    private final HeldExemptions exemptions;
    private final Clock clock;

    ObjectionContexts(
            VendorChanges changes,
            Registers registers,
            Customers customers,
            Notices notices,
            ReadingStanding standing,
            Threads threads,
            Objections objections,
            HeldExemptions exemptions,
            Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.customers = customers;
        this.notices = notices;
        this.standing = standing;
        this.threads = threads;
        this.objections = objections;
        this.exemptions = exemptions;
        this.clock = clock;
    }

    public ObjectionContext of(Objection objection) {
        return of(objection, about(objection.change(), objection.customer()), clock.instant());
    }

    /** The same at a moment, where what its customer has to do with the change is opened already. */
    ObjectionContext of(Objection objection, ChangeForCustomer about, Instant at) {
        return new ObjectionContext(objection, about, this, at);
    }

    /** @param customer null for nobody known */
    ChangeForCustomer about(String reference, Long customer) {
        Optional<Long> who = Optional.ofNullable(customer);
        Supplier<VendorChange> change = new Once<>(() -> changes.getByReference(reference));
        Supplier<Optional<Notice>> notice = new Once<>(() -> who.flatMap(id -> notice(reference, id)));
        return new ChangeForCustomer(
                change,
                notice,
                new Once<>(() -> notice.get().map(given -> standing.of(given, change.get()))),
                new Once<>(() -> who.map(id -> objections.ofCustomer(id, List.of(reference)))
                        .orElse(List.of())),
                new Once<>(() -> who.flatMap(customers::withOrdersInCases)),
                new Once<>(() -> who.flatMap(id -> exemptions.of(change.get(), id))));
    }

    /** The policy its times follow, as it was frozen at the announcement. */
    public NoticePolicy policy(Objection objection) {
        return registers.policy(objection.register(), objection.policyVersion());
    }

    /** In which its days are counted. */
    ZoneId zone(Objection objection) {
        return policy(objection).zone();
    }

    RightAfterRefusal rights(ObjectionContext context) {
        return new RightAfterRefusal(context, standing);
    }

    List<ThreadMessage> thread(Objection objection) {
        return threads.thread(objection.id());
    }

    /** In which language whoever filed it is written to as long as it is nobody's. */
    Language languageOfSender(Objection objection) {
        return objections.languageOfSender(objection);
    }

    /** What calendars know its customer's days by. */
    String calendarId(Objection objection) {
        return objections.calendarId(objection.id());
    }

    /** The customer's newest notice of the change. */
    public Optional<Notice> notice(String change, long customer) {
        return Optional.ofNullable(notices.lastOf(customer, List.of(change)).get(change));
    }

    /**
     * An exemption that was agreed about an earlier change of the same vendor.
     *
     * @param terms what it means for the later change
     */
    public record Held(Objection exempted, OfferTerms terms) {}

    /** The one that keeps the change from the customer, or did until its last day had ended; empty where it agreed to something about this change since. */
    public Optional<Held> held(VendorChange change, long customer) {
        return AgreementRules.held(
                        exemptions.of(change, customer), objections.ofCustomer(customer, List.of(change.reference())))
                .map(exempted -> new Held(exempted, terms(exempted, change)));
    }

    /** What an exemption of the customer means in days for a change that brought its vendor again. */
    OfferTerms terms(Objection exempted, VendorChange change) {
        return exempted.change().equals(change.reference())
                ? of(exempted).terms().orElseThrow()
                : terms(
                        exempted,
                        change,
                        about(change.reference(), exempted.customer()).allowedFrom(),
                        clock.instant());
    }

    OfferTerms terms(Objection exempted, VendorChange change, Optional<LocalDate> earliestUse, Instant at) {
        return OfferTerms.of(
                exempted.offer(), zone(exempted), earliestUse, Optional.ofNullable(change.publishedAt()), at);
    }

    /** Whether a change that brought the vendor of an exemption, or brought it again, is in effect for its customer, that exemption apart. */
    boolean isInEffect(VendorChange change, Objection exempted) {
        return change.reference().equals(exempted.change())
                ? of(exempted).isInEffect()
                : about(change.reference(), exempted.customer()).isLive();
    }

    /** The change that the end of the exemption lets take effect; empty where the list names its vendor no more. */
    Optional<VendorChange> endsFor(Objection exempted) {
        return exemptions.endsFor(exempted);
    }

    /** Those of them that left no order which goes on: in a bounded number of queries for all customers. */
    Set<Long> leftWhole(Collection<Objection> leaving) {
        if (leaving.isEmpty()) {
            return Set.of();
        }
        Map<Long, Customer> who = customers.withOrdersInCases(
                leaving.stream().map(Objection::customer).collect(Collectors.toSet()));
        return leaving.stream()
                .filter(each -> each.leavesAt() == null
                        || Optional.ofNullable(who.get(each.customer()))
                                .filter(customer -> ChangeForCustomer.goesOnAfter(customer, lastDay(each)))
                                .isEmpty())
                .map(Objection::id)
                .collect(Collectors.toSet());
    }

    private LocalDate lastDay(Objection leaving) {
        return Deadline.endingAt(leaving.leavesAt(), zone(leaving)).lastDay();
    }
}
