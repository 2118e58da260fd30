package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.Notices;
import fairnotice.notice.ReadingStanding;
import fairnotice.refusal.Language;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.register.Settlement.Cure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What lies around an objection: its change, its policy, its customer and that customer's notice. */
@Service
public class ObjectionContext {

    private static final Set<ThreadMessage.Kind> OFFER_AND_ANSWERS =
            EnumSet.of(ThreadMessage.Kind.OFFERED, ThreadMessage.Kind.REPLIED, ThreadMessage.Kind.REJECTED);

    private final VendorChanges changes;
    private final Registers registers;
    private final Customers customers;
    private final Notices notices;
    private final ReadingStanding standing;
    private final Threads threads;
    private final Objections objections;
    private final HeldExemptions exemptions;
    private final Clock clock;

    ObjectionContext(
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

    /** The policy its times follow, as it was frozen at the announcement. */
    public NoticePolicy policy(Objection objection) {
        return registers.policy(objection.register(), objection.policyVersion());
    }

    VendorChange change(Objection objection) {
        return changes.getByReference(objection.change());
    }

    /** The day on which its change was withdrawn. */
    Deadline withdrawnOn(Objection objection) {
        ZoneId zone = policy(objection).zone();
        return Deadline.on(LocalDate.ofInstant(change(objection).updatedAt(), zone), zone);
    }

    /** In which language whoever filed it is written to as long as it is nobody's. */
    Language languageOfSender(Objection objection) {
        return objections.languageOfSender(objection);
    }

    /** What calendars know its customer's days by. */
    String calendarId(Objection objection) {
        return objections.calendarId(objection.id());
    }

    /** Whether nobody said a word to its last offer. */
    boolean isOfferUnanswered(Objection objection) {
        return threads.thread(objection.id()).stream()
                .map(ThreadMessage::kind)
                .filter(OFFER_AND_ANSWERS::contains)
                .reduce((earlier, later) -> later)
                .filter(last -> last == ThreadMessage.Kind.OFFERED)
                .isPresent();
    }

    /** Why no agreement could be found, in the words that legal wrote to the customer; null where the time for it ran out. */
    String whyUnsettled(Objection objection) {
        return threads.thread(objection.id()).stream()
                .filter(message -> message.kind() == ThreadMessage.Kind.CLOSED)
                .map(ThreadMessage::text)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The day of the offer that the last one replaces, in the policy's zone; empty where there was none before it. */
    public Optional<LocalDate> replacedOffer(Objection objection) {
        if (objection.offers() < 2) {
            return Optional.empty();
        }
        ZoneId zone = policy(objection).zone();
        return threads.thread(objection.id()).stream()
                .filter(message -> message.kind() == ThreadMessage.Kind.OFFERED)
                .map(message -> LocalDate.ofInstant(message.at(), zone))
                .skip(objection.offers() - 2L)
                .findFirst();
    }

    /** What the last offer means in days; empty before the first. */
    Optional<OfferTerms> terms(Objection objection, Instant now) {
        return Optional.ofNullable(objection.offer())
                .map(offer -> OfferTerms.of(
                        offer,
                        policy(objection).zone(),
                        earliestUse(objection),
                        Optional.ofNullable(change(objection).publishedAt())
                                .filter(at -> offer.cure() == Cure.EXEMPTION || isInEffect(objection)),
                        now));
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
                .map(exempted -> new Held(exempted, terms(exempted, change, clock.instant())));
    }

    /** What an exemption of the customer means in days for a change that brought its vendor again. */
    OfferTerms terms(Objection exempted, VendorChange change, Instant now) {
        return exempted.change().equals(change.reference())
                ? terms(exempted, now).orElseThrow()
                : terms(exempted, change, allowedFrom(change, exempted.customer()), now);
    }

    private OfferTerms terms(Objection exempted, VendorChange change, Optional<LocalDate> earliestUse, Instant now) {
        return OfferTerms.of(
                exempted.offer(), policy(exempted).zone(), earliestUse, Optional.ofNullable(change.publishedAt()), now);
    }

    private Optional<LocalDate> allowedFrom(VendorChange change, long customer) {
        return notice(change.reference(), customer)
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.start() != null && !of.wentFirst())
                .map(NoticeStanding::allowedFrom);
    }

    /** The same exemption as it counts beside its customer's objections to a change; empty for none. @param own to that change */
    Optional<Objection> held(Objection objection, List<Objection> own) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> AgreementRules.held(exemptions.of(change(objection), customer), own));
    }

    /** The change that the end of the exemption lets take effect; empty where the list names its vendor no more. */
    Optional<VendorChange> endsFor(Objection exempted) {
        return exemptions.endsFor(exempted);
    }

    /**
     * The first day on which the vendor may be used by the customer's own notice, whatever others' notices did since, and after the orders
     * that it terminated in an earlier case; empty while no notice has started, and for a change that went first as its agreement allows,
     * where no order was terminated.
     */
    Optional<LocalDate> earliestUse(Objection objection) {
        VendorChange change = change(objection);
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.start() != null)
                .flatMap(of -> Stream.concat(
                                of.wentFirst() ? Stream.empty() : Stream.of(of.allowedFrom()),
                                waitedFor(objection).map(Deadline::dayAfter))
                        .max(LocalDate::compareTo));
    }

    /** The last day of the orders that its customer terminated in earlier cases about the change; empty where it terminated none. */
    private Optional<Deadline> leftBefore(Objection objection) {
        ZoneId zone = policy(objection).zone();
        return earlier(objection).stream()
                .filter(each -> isLeaving(each) && each.leavesAt() != null)
                .map(Objection::leavesAt)
                .max(Instant::compareTo)
                .map(end -> Deadline.endingAt(end, zone));
    }

    /** Whether a termination in an earlier case keeps the change from all orders of its customer: those it terminated still run. */
    boolean isLeavingByEarlier(Objection objection) {
        return earlier(objection).stream()
                .anyMatch(each -> isLeaving(each)
                        && each.leavesAt() != null
                        && clock.instant().isBefore(each.leavesAt()));
    }

    /** Whether its customer may still object in time to what was amended while this objection, or one before it, was open. */
    private boolean isAmendedOpen(Objection objection) {
        return AmendedWhileOpen.until(AgreementRules.counting(upTo(objection)))
                .filter(end -> clock.instant().isBefore(end))
                .isPresent();
    }

    /** What else of the customer's cases about the change has to end: orders that it terminated before, and its time to object to what was amended. */
    private Stream<Deadline> waitedFor(Objection objection) {
        ZoneId zone = policy(objection).zone();
        return Stream.concat(
                leftBefore(objection).stream(),
                AmendedWhileOpen.until(AgreementRules.counting(upTo(objection))).stream()
                        .map(end -> Deadline.endingAt(end, zone)));
    }

    private static boolean isLeaving(Objection objection) {
        return objection.state() == ObjectionState.TERMINATED || objection.state() == ObjectionState.TERMINATING;
    }

    /**
     * The first day on which the vendor may be used for the customer, or for what goes on of it, where its case keeps it away until that
     * day has ended; empty while its notice has not started or no longer counts.
     */
    Optional<LocalDate> useAfter(Objection objection, LocalDate lastDay) {
        VendorChange change = change(objection);
        LocalDate after = Stream.concat(
                        Stream.of(Deadline.on(lastDay, policy(objection).zone())), waitedFor(objection))
                .map(Deadline::dayAfter)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.start() != null && of.state().counts())
                .map(of -> !of.wentFirst() && of.allowedFrom().isAfter(after) ? of.allowedFrom() : after);
    }

    /**
     * The first day on which the vendor may be used for a customer that may terminate orders and chooses nothing; empty while its time has
     * not started, where the change is in effect already, and where an earlier case keeps it away.
     */
    public Optional<LocalDate> useIfNothingIsChosen(Objection objection, Instant now) {
        boolean chooses = objection.state() == ObjectionState.TERMINATION_OFFERED && objection.dueAt() != null;
        if (!chooses || isInEffect(objection) || keptAway(objection, now).isPresent()) {
            return Optional.empty();
        }
        ZoneId zone = policy(objection).zone();
        return useAfter(objection, Deadline.endingAt(objection.dueAt(), zone).lastDay());
    }

    /** What keeps the change from its customer beside this case; empty where nothing does. */
    public Optional<KeptAway> keptAway(Objection objection, Instant now) {
        if (isKeptAwayByEarlier(objection)) {
            return Optional.of(KeptAway.EARLIER);
        }
        return earlierExemption(objection, now).map(exempted -> KeptAway.EXEMPTED);
    }

    /**
     * What its customer agreed to in an earlier case of the same change, or about an earlier change of the same vendor, where that is an
     * exemption whose last day has not ended.
     */
    Optional<OfferTerms> earlierExemption(Objection objection, Instant now) {
        return held(objection, upTo(objection))
                .map(exempted -> terms(exempted, change(objection), earliestUse(objection), now))
                .or(() -> AgreementRules.latestAgreement(earlierCounting(objection))
                        .flatMap(agreed -> terms(agreed, now)))
                .filter(terms -> terms.isExemption() && !terms.over());
    }

    /** The first day of use for the orders that are still in use after that day; empty where none is, and while its notice does not say. */
    public Optional<LocalDate> othersFrom(Objection objection, LocalDate lastDay) {
        return useAfter(objection, lastDay).filter(day -> goesOnAfter(objection, lastDay));
    }

    /** Whether an order of its customer is still in use after that day. One that one person took away goes on until another confirms. */
    public boolean goesOnAfter(Objection objection, LocalDate day) {
        return withOrders(objection).stream()
                .flatMap(customer -> customer.orders().stream())
                .anyMatch(order -> order.lastDay().isAfter(day));
    }

    private Optional<Customer> withOrders(Objection objection) {
        return Optional.ofNullable(objection.customer()).flatMap(customers::withOrdersInCases);
    }

    /** The orders that it names, where its customer may terminate orders and has others besides; empty for all others. */
    public Optional<String> namedOrders(Objection objection) {
        return withOrders(objection)
                .filter(customer -> objection.state() == ObjectionState.TERMINATION_OFFERED)
                .flatMap(customer -> NamedOrders.besideOthers(
                        objection.filing().orders(),
                        customer.orders(),
                        LocalDate.ofInstant(clock.instant(), policy(objection).zone())));
    }

    /** Whether its customer terminated orders because of it, and others go on, for which it may still object. */
    public boolean leavesOthers(Objection objection) {
        return isLeaving(objection)
                && objection.leavesAt() != null
                && withOrders(objection)
                        .filter(customer -> goesOnBeside(objection, customer))
                        .isPresent();
    }

    private boolean goesOnBeside(Objection leaving, Customer customer) {
        LocalDate last =
                Deadline.endingAt(leaving.leavesAt(), policy(leaving).zone()).lastDay();
        return customer.orders().stream().anyMatch(order -> order.lastDay().isAfter(last));
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
                        || !who.containsKey(each.customer())
                        || !goesOnBeside(each, who.get(each.customer())))
                .map(Objection::id)
                .collect(Collectors.toSet());
    }

    /** How its customer's newest notice of the change stands; empty where it has none. */
    Optional<NoticeStanding> standing(Objection objection) {
        VendorChange change = change(objection);
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .map(notice -> standing.of(notice, change));
    }

    /** When the window of its customer's notice of the change closes, while that is ahead. */
    public Optional<Deadline> openUntil(Objection objection) {
        VendorChange change = change(objection);
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .filter(Notice::mayObject)
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.objections() == NoticeStanding.Objections.IN_TIME && of.start() != null)
                .map(of -> of.dates().objectionsClose());
    }

    /** Whether its customer ended orders by this case or one before it, so that all that follows is about the others. */
    public boolean isAboutOthers(Objection objection) {
        return Stream.concat(Stream.of(objection), earlier(objection).stream()).anyMatch(ObjectionContext::isLeaving);
    }

    /** The newest case of its customer about the change in which orders were terminated. */
    public Optional<Objection> leaving(Objection objection) {
        return Stream.concat(Stream.of(objection), earlier(objection).stream())
                .filter(ObjectionContext::isLeaving)
                .findFirst();
    }

    /** Whether what an email or page says of the change is about the orders that go on, since others were terminated. */
    public boolean isForOthers(Objection objection) {
        return leaving(objection).filter(this::leavesOthers).isPresent();
    }

    /** What has to end before the change may take effect for a customer whose objection no longer stands against it. */
    public Awaited awaited(Objection objection) {
        if (!isLeavingByEarlier(objection)) {
            return Awaited.NOTICE;
        }
        return isNoticeDone(objection) ? Awaited.ORDERS : Awaited.NOTICE_AND_ORDERS;
    }

    /** Whether its customer is told by email when the change takes effect, which it has not yet. */
    public boolean isToldLater(Objection objection) {
        return policy(objection).tellInEffect()
                && !isLive(objection)
                && (objection.state() != ObjectionState.COMMENT || wasTold(objection));
    }

    private boolean wasTold(Objection objection) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .filter(Notice::told)
                .isPresent();
    }

    /**
     * Whether the change is in effect as far as the customer's own notice, the orders it terminated in earlier cases and its time to object to what
     * was amended say; its objection may still keep it back.
     */
    public boolean isInEffect(Objection objection) {
        return isLive(objection) && !isLeavingByEarlier(objection) && !isAmendedOpen(objection);
    }

    /** The same of a change that brought the vendor of an exemption again. */
    boolean isInEffect(VendorChange change, Objection exempted) {
        return change.reference().equals(exempted.change())
                ? isInEffect(exempted)
                : isLive(change, exempted.customer());
    }

    /** The same, whatever the customer terminated before. */
    private boolean isLive(Objection objection) {
        return objection.customer() != null && isLive(change(objection), objection.customer());
    }

    private boolean isLive(VendorChange change, long customer) {
        return change.isPublished()
                && notice(change.reference(), customer)
                        .map(notice -> standing.of(notice, change))
                        .filter(of -> of.inUseSince() != null && of.state().counts())
                        .isPresent();
    }

    /**
     * The first day on which the change was in effect for its customer before this objection, which keeps nothing away: since the go-live, its
     * own notice, and the end of what kept it away before. Empty while it is not in effect.
     */
    Optional<LocalDate> inEffectSince(Objection objection) {
        ZoneId zone = policy(objection).zone();
        VendorChange change = change(objection);
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .map(notice -> standing.of(notice, change))
                .filter(of -> isInEffect(objection))
                .flatMap(of -> Stream.concat(
                                Stream.of(LocalDate.ofInstant(of.inUseSince(), zone)),
                                Stream.concat(
                                        Stream.of(of)
                                                .filter(each -> !each.wentFirst())
                                                .map(NoticeStanding::allowedFrom),
                                        Stream.concat(
                                                        earlierCounting(objection).stream(),
                                                        held(objection, upTo(objection)).stream())
                                                .flatMap(each -> freeFrom(each, zone))))
                        .max(LocalDate::compareTo));
    }

    /** The first day after one that kept the change away; none where it never did. */
    private static Stream<LocalDate> freeFrom(Objection closed, ZoneId zone) {
        if (!hasStood(closed)) {
            return Stream.empty();
        }
        if (closed.state() == ObjectionState.EXEMPTED && closed.offer().until() != null) {
            return Stream.of(Deadline.on(closed.offer().until(), zone).dayAfter());
        }
        Optional<Instant> end =
                isLeaving(closed) ? Optional.ofNullable(closed.leavesAt()) : ObjectionEnds.end(closed, zone);
        return end.stream().map(at -> LocalDate.ofInstant(at, zone));
    }

    /** Whether it ever kept the change away: no comment does, and none that was filed again before it is admitted. */
    private static boolean hasStood(Objection objection) {
        return !objection.again() && objection.state() != ObjectionState.COMMENT;
    }

    /** Whether its customer's notice no longer keeps the change away: it has ended, or the change is in effect as far as it says. */
    public boolean isNoticeDone(Objection objection) {
        return isNoticeOver(objection) || isLive(objection);
    }

    /** Whether its customer's notice has ended while the change is not in effect. */
    boolean isNoticeOver(Objection objection) {
        VendorChange change = change(objection);
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .filter(notice -> standing.of(notice, change).state() == NoticeStanding.State.OVER)
                .isPresent();
    }

    /** When it was admitted as a new one, from which it counts; empty for one that counts from its filing, and for one not admitted. */
    public Optional<Instant> admittedAnew(Objection objection) {
        return AdmittedAnew.at(objection, earlier(objection), threads);
    }

    private Instant countsFrom(Objection objection) {
        return admittedAnew(objection).orElse(objection.receivedAt());
    }

    /** Whether the change was in effect for its customer when it began to count, and that stopped with it. */
    public boolean stoppedUse(Objection objection) {
        VendorChange change = change(objection);
        return Optional.ofNullable(objection.customer())
                .filter(customer -> change.isPublished() && !wasKeptAway(objection))
                .flatMap(customer -> notice(objection.change(), customer))
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.wasInEffectAt(
                        countsFrom(objection), policy(objection).zone()))
                .isPresent();
    }

    /** Whether an earlier objection of its customer, or what was agreed about it, kept the change away when it began to count. */
    private boolean wasKeptAway(Objection objection) {
        Instant from = countsFrom(objection);
        boolean stood = earlier(objection).stream().anyMatch(each -> stoodAt(each, from));
        return stood || keptAway(objection, from).isPresent();
    }

    /** Whether it kept the change away then: it counted and was open, also where it was ended by what came then, or orders terminated in it still ran. */
    private boolean stoodAt(Objection objection, Instant at) {
        if (isLeaving(objection) && objection.leavesAt() != null) {
            return at.isBefore(objection.leavesAt());
        }
        return hasStood(objection)
                && !countsFrom(objection).isAfter(at)
                && (!objection.isSettled() || !objection.settledAt().isBefore(at) || objection.isAmendedOpenAt(at));
    }

    /** The earlier objection that stopped the use, where it was stopped when this one began to count; empty where none did. */
    Optional<Objection> stoppedBefore(Objection objection) {
        if (stoppedUse(objection)) {
            return Optional.empty();
        }
        return earlier(objection).stream()
                .filter(each -> hasStood(each) && stoppedUse(each))
                .findFirst();
    }

    /**
     * The case that it took the place of: that one was refused, and was not the customer's own and could be appealed until this one was filed, or came late
     * where this one came in time, however late it was recorded or matched.
     */
    public Optional<Objection> takesPlaceOf(Objection objection) {
        List<Objection> others = others(objection);
        return others.stream()
                .filter(each -> each.id() < objection.id())
                .limit(1)
                .filter(each -> each.state() == ObjectionState.REFUSED && each.takesNothing())
                .filter(each -> stoodAt(each, objection.receivedAt()))
                .findFirst()
                .or(() -> others.stream()
                        .filter(each -> each.isRefusedAsLate() && each.isSettled() && !objection.late())
                        .findFirst());
    }

    /** Whether the change was in effect for its customer once, until this objection stopped that or one before it. */
    boolean wasInEffectBefore(Objection objection) {
        return Stream.concat(Stream.of(objection), earlier(objection).stream())
                .anyMatch(each -> !each.again() && stoppedUse(each));
    }

    /** Whether an earlier objection of its customer ended so that it stands, however this one ends. */
    boolean isKeptAwayByEarlier(Objection objection) {
        return earlierStanding(objection).isPresent();
    }

    /** The newest earlier objection of its customer that ended so that it stands, however this one ends. */
    public Optional<Objection> earlierStanding(Objection objection) {
        return earlierCounting(objection).stream()
                .filter(this::hasEndedStanding)
                .findFirst();
    }

    /** Whether what its customer agreed to last about the change, in it or before it, is a safeguard. */
    public boolean isOnSafeguard(Objection objection) {
        return AgreementRules.latestAgreement(upTo(objection))
                .filter(AgreementRules::isOnSafeguard)
                .isPresent();
    }

    /** Whether what was agreed in that case no longer counts beside a later one, since another agreement took its place. */
    boolean isOvertaken(Objection agreed, Objection newest) {
        return agreed.id() != newest.id()
                && (AgreementRules.isAgreement(newest)
                        || earlierCounting(newest).stream().noneMatch(each -> each.id() == agreed.id()));
    }

    /** Whether it ended so that it stands. */
    boolean hasEndedStanding(Objection objection) {
        return objection.state() == ObjectionState.NOT_AGREED
                || objection.isSettled() && objection.standsThoughRefused(policy(objection));
    }

    /** Numbers of the customer's earlier objections that ended without an agreement, and that accepting an offer in this one settles. */
    public List<String> alsoSettled(Objection objection) {
        return AgreementRules.toBeSettled(earlier(objection)).stream()
                .map(Objection::reference)
                .toList();
    }

    /** Number of the later case whose agreement settles this one, or takes the place of what was agreed in it; empty for none. */
    public Optional<String> settledBy(Objection objection) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> AgreementRules.settling(
                        objection, objections.ofCustomer(customer, List.of(objection.change()))))
                .map(Objection::reference);
    }

    /** Number of the case whose exemption an agreement in this one takes the place of; empty where none holds. */
    public Optional<String> replacedExemption(Objection objection, Instant now) {
        List<Objection> before = earlier(objection);
        return held(objection, before)
                .or(() -> AgreementRules.latestAgreement(before))
                .filter(agreed -> terms(agreed, now)
                        .filter(terms -> terms.isExemption() && !terms.over())
                        .isPresent())
                .map(Objection::reference);
    }

    /** Its customer's earlier objections that still count beside this one, newest first. */
    private List<Objection> earlierCounting(Objection objection) {
        return AgreementRules.counting(upTo(objection)).stream()
                .filter(each -> each.id() < objection.id())
                .toList();
    }

    List<Objection> upTo(Objection objection) {
        return Stream.concat(Stream.of(objection), earlier(objection).stream()).toList();
    }

    /** The customer's newest objection to the change but those that take nothing from it. */
    Optional<Objection> lastOfItsOwn(String change, long customer) {
        return objections.ofCustomer(customer, List.of(change)).stream()
                .filter(each -> !each.takesNothing())
                .findFirst();
    }

    /** Its customer's objections to the same change in the same round that came in time and take nothing from it, oldest first. */
    List<Objection> takingNothing(Objection objection) {
        return objections.ofCustomer(objection.customer(), List.of(objection.change())).stream()
                .filter(each -> each.round() == objection.round() && each.takesNothing() && !each.late())
                .sorted(Comparator.comparing(Objection::id))
                .toList();
    }

    /** Whether another objection of its customer counts only once legal admits it as new; a later one than an exemption may have been refused. */
    public boolean isFollowedOnceAdmitted(Objection objection) {
        int round = change(objection).round().number();
        boolean mayBeFollowed = objection.takesNothing() || objection.state() == ObjectionState.EXEMPTED;
        Optional<Objection> last = mayBeFollowed && objection.customer() != null
                ? lastOfItsOwn(objection.change(), objection.customer())
                : Optional.of(objection);
        return last.filter(own -> own.isFollowedOnceAdmitted(round)).isPresent();
    }

    /** Whether it waits to be assessed and can only be admitted: its sender may object, it came in time, and no grounds are asked for. */
    public boolean canOnlyBeAdmitted(Objection objection) {
        boolean waits = objection.state() == ObjectionState.ASSESSMENT && !objection.again()
                || objection.state() == ObjectionState.CONTESTED;
        return waits
                && RefusalReasons.open(objection, policy(objection), () -> threads.thread(objection.id()))
                        .isEmpty();
    }

    /** Whether it, or one before it, ended so that it stands whatever becomes of another: only an agreement of its customer alters that. */
    public boolean stands(Objection objection) {
        return hasEndedStanding(objection) || !AgreementRules.isAgreement(objection) && isKeptAwayByEarlier(objection);
    }

    /** Its customer's objections to the same change before it, newest first. */
    List<Objection> earlier(Objection objection) {
        return others(objection).stream()
                .filter(each -> each.id() < objection.id())
                .toList();
    }

    /** The customer's other cases about the change, newest first. */
    List<Objection> others(Objection objection) {
        return Optional.ofNullable(objection.customer()).stream()
                .flatMap(customer -> objections.ofCustomer(customer, List.of(objection.change())).stream())
                .filter(each -> each.id() != objection.id())
                .toList();
    }

    /** The customer's newest notice of the change. */
    public Optional<Notice> notice(String change, long customer) {
        return Optional.ofNullable(notices.lastOf(customer, List.of(change)).get(change));
    }
}
