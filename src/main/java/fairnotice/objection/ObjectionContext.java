package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeContacts;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.Notices;
import fairnotice.notice.ReadingStanding;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.register.Settlement.Cure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
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

    private final VendorChanges changes;
    private final Registers registers;
    private final Customers customers;
    private final Notices notices;
    private final ReadingStanding standing;
    private final Threads threads;
    private final Objections objections;
    private final HeldExemptions exemptions;
    private final NoticeContacts noticeContacts;
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
            NoticeContacts noticeContacts,
            Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.customers = customers;
        this.notices = notices;
        this.standing = standing;
        this.threads = threads;
        this.objections = objections;
        this.exemptions = exemptions;
        this.noticeContacts = noticeContacts;
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

    Optional<Customer> customer(Objection objection) {
        return Optional.ofNullable(objection.customer()).flatMap(customers::find);
    }

    /**
     * Whose receipt of its letters counts at its customer: a contact that one person added or changed in its notice or since it was filed is
     * none of them, and one that was replaced still is. Nobody while it is not matched.
     */
    List<Contact> contacts(Objection objection) {
        return writtenTo(objection.customer());
    }

    private List<Contact> writtenTo(Long customer) {
        return Optional.ofNullable(customer)
                .flatMap(customers::writtenToInCases)
                .map(Customer::contacts)
                .orElse(List.of());
    }

    /** Who is written to about it: those contacts, and whoever filed it. */
    List<Contact> readers(Objection objection) {
        return customer(objection)
                .map(customer -> noticeContacts.counted(objection.change(), List.of(customer)))
                .map(counted -> counted.get(0).contacts())
                .orElse(List.of());
    }

    /**
     * Whether this contact, as its link was opened, decides something of the case for which no code is mailed.
     *
     * @throws Refused when one person entered or changed it in the notice and nobody else has confirmed
     */
    public void mayDecide(Objection objection, Contact by) {
        if (!decides(objection, by)) {
            throw Refused.conflict("refused.objection.contact-unconfirmed");
        }
    }

    /** Whether it does; see {@link #mayDecide}. Whoever does not may write, which leaves an offer open. */
    public boolean decides(Objection objection, Contact by) {
        return contacts(objection).stream().anyMatch(each -> each.id() == by.id() && each.epoch() == by.epoch());
    }

    /** The name of the customer's contact that acts under that id; empty for anybody else. */
    Optional<String> contactNamed(Objection objection, String actor) {
        return contacts(objection).stream()
                .filter(contact ->
                        Actor.contact(objection.customer(), contact.id()).id().equals(actor))
                .findFirst()
                .map(Contact::name);
    }

    /** The case once that was added to it: its customer's own where a contact filed it, unless a single person added or changed that contact. */
    Objection withAdded(Objection objection, Submission added) {
        return byConfirmed(objection.customer(), added).isItsCustomers() ? objection.adoptedByItsCustomer() : objection;
    }

    /** The filing as that customer's: it says of a contact that one person added or changed, and nobody else confirmed, that it was. */
    Submission byConfirmed(Long customer, Submission filing) {
        boolean confirmed = filing.contact() == null
                || writtenTo(customer).stream()
                        .filter(contact -> contact.id() == filing.contact())
                        .anyMatch(contact -> EmailAddress.comparable(contact.email())
                                .equals(EmailAddress.comparable(filing.email())));
        return confirmed ? filing : filing.byUnconfirmed();
    }

    /** Whether the address that it came from is a confirmed contact's of that customer, as far as whoever wrote it down says. */
    boolean isFromContact(long customer, Submission filing) {
        return filing.email() != null
                && writtenTo(customer).stream()
                        .anyMatch(contact -> EmailAddress.comparable(contact.email())
                                .equals(EmailAddress.comparable(filing.email())));
    }

    /** What calendars know its customer's days by. */
    String calendarId(Objection objection) {
        return objections.calendarId(objection.id());
    }

    /** Who may bind the customer in it. A contact that one person added or changed in its notice or since it was filed is none of them. */
    public List<Contact> authority(Objection objection) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customers::inCases)
                .map(customer -> Authority.of(customer, policy(objection).settlement()))
                .orElse(List.of());
    }

    /** Those cases whose customer has no contact to write to, or is gone. */
    List<Objection> withoutContacts(Collection<Objection> objections) {
        Map<Long, Customer> who = customers.writtenToInCases(
                objections.stream().map(Objection::customer).collect(Collectors.toSet()));
        return objections.stream()
                .filter(objection -> !who.containsKey(objection.customer())
                        || who.get(objection.customer()).contacts().isEmpty())
                .toList();
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

    /**
     * The last day to object to what the change was amended to that a final refusal of this objection leaves its customer; empty where it leaves
     * no time of its own.
     *
     * @param isFinal when the refusal becomes final
     */
    Optional<Deadline> objectingAnew(Objection objection, Instant isFinal) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> notice(objection.change(), customer))
                .filter(newest -> AmendedWhileOpen.leaves(objection, newest))
                .filter(newest -> !objection.standsThoughRefused(policy(objection)))
                .map(newest -> standing.windowAfterRefusal(newest, isFinal));
    }

    /** The last day to object that a final refusal left the customer of that notice, where that is later than its own. */
    Optional<Deadline> amendedOpenUntil(Notice notice) {
        return AmendedWhileOpen.until(objections.ofCustomer(notice.customer(), List.of(notice.reference())))
                .map(end -> Deadline.endingAt(
                        end,
                        registers
                                .policy(notice.register(), notice.policyVersion())
                                .zone()))
                .filter(left -> notice.dates() != null
                        && left.endsAt()
                                .isAfter(notice.dates().objectionsClose().endsAt()));
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

    /** What follows if its refusal becomes final; empty where none can, where that is not known yet, and where it keeps nothing away. */
    public Optional<FinalRefusal> ifRefusalBecomesFinal(Objection objection, Instant now) {
        boolean open = objection.state() == ObjectionState.REFUSED || objection.state() == ObjectionState.CONTESTED;
        if (!open || objection.isSettled() || objection.isToBeAdmittedAnew() || canOnlyBeAdmitted(objection)) {
            return Optional.empty();
        }
        Optional<KeptAway> kept = keptAway(objection, now);
        if (kept.isPresent()) {
            return kept.map(by -> by == KeptAway.EARLIER ? FinalRefusal.Then.EARLIER : FinalRefusal.Then.EXEMPTED)
                    .map(FinalRefusal::of);
        }
        if (objection.wouldStand(policy(objection))) {
            return objection.standsThoughRefused(policy(objection))
                    ? Optional.of(FinalRefusal.of(FinalRefusal.Then.STANDS))
                    : Optional.empty();
        }
        if (objectingAnew(objection, now).isPresent()) {
            return Optional.of(amended(objection));
        }
        if (isInEffect(objection)) {
            return Optional.of(FinalRefusal.of(FinalRefusal.Then.AT_ONCE));
        }
        return objection.state() == ObjectionState.REFUSED ? afterItsTime(objection) : afterTheAppeal(objection, now);
    }

    /** Its customer may object to what was amended then; on a day that is known while the time to appeal runs. */
    private FinalRefusal amended(Objection objection) {
        return Optional.ofNullable(objection.dueAt())
                .filter(due -> objection.state() == ObjectionState.REFUSED)
                .map(due -> Deadline.endingAt(due, policy(objection).zone()).lastMoment())
                .flatMap(isFinal -> objectingAnew(objection, isFinal))
                .map(until -> FinalRefusal.objecting(
                        until.lastDay(), useAfter(objection, until.lastDay()).orElse(null)))
                .orElseGet(() -> FinalRefusal.of(FinalRefusal.Then.AMENDED));
    }

    /** The time to appeal has to end as well. */
    private Optional<FinalRefusal> afterItsTime(Objection objection) {
        return Optional.ofNullable(objection.dueAt())
                .map(due -> Deadline.endingAt(due, policy(objection).zone()).lastDay())
                .flatMap(last -> useAfter(objection, last))
                .map(day -> FinalRefusal.on(FinalRefusal.Then.ON_A_DAY, day));
    }

    /** The decision may come on any day. */
    private Optional<FinalRefusal> afterTheAppeal(Objection objection, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, policy(objection).zone());
        return earliestUse(objection)
                .map(day -> day.isAfter(today)
                        ? FinalRefusal.on(FinalRefusal.Then.ON_A_DAY, day)
                        : FinalRefusal.of(FinalRefusal.Then.WITH_THE_CHANGE));
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

    /** The case that it took the place of: that one was refused and not the customer's own, and could be appealed until this one was filed. */
    public Optional<Objection> takesPlaceOf(Objection objection) {
        return earlier(objection).stream()
                .limit(1)
                .filter(each -> each.state() == ObjectionState.REFUSED && each.takesNothing())
                .filter(each -> stoodAt(each, objection.receivedAt()))
                .findFirst();
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

    private List<Objection> upTo(Objection objection) {
        return Stream.concat(Stream.of(objection), earlier(objection).stream()).toList();
    }

    /** The customer's newest objection to the change but those that take nothing from it. */
    Optional<Objection> lastOfItsOwn(String change, long customer) {
        return objections.ofCustomer(customer, List.of(change)).stream()
                .filter(each -> !each.takesNothing())
                .findFirst();
    }

    /** Whether another objection of its customer counts only once legal admits it as new. */
    public boolean isFollowedOnceAdmitted(Objection objection) {
        int round = change(objection).round().number();
        Optional<Objection> last = objection.takesNothing() && objection.customer() != null
                ? lastOfItsOwn(objection.change(), objection.customer())
                : Optional.of(objection);
        return last.filter(own -> own.isFollowedOnceAdmitted(round)).isPresent();
    }

    /**
     * What is left of its customer's own right to object, where it was refused and takes nothing from it, or was open while the change was amended.
     * What its customer may have relied on keeps the right in time: one that took nothing and came in time does until its refusal is final,
     * and the customer's own does for a window more, since nobody could object to what was amended while it was open.
     *
     * @param until null while the customer's notice has not started
     * @param late whether that day has passed
     * @param amended whether the right is to object to what was amended
     */
    public record OwnRight(Deadline until, boolean late, boolean amended) {}

    /** Empty where it was not refused so, and where an earlier case has closed the customer's window. */
    public Optional<OwnRight> ownRight(Objection objection) {
        if (objection.state() != ObjectionState.REFUSED
                || !objection.takesNothing() && !objection.leavesAmended()
                || objection.customer() == null
                || earlier(objection).stream()
                        .anyMatch(each -> ObjectionsThatCloseWindows.closing(each) != null && !leavesOthers(each))) {
            return Optional.empty();
        }
        VendorChange change = change(objection);
        return notice(objection.change(), objection.customer())
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.objections() == NoticeStanding.Objections.IN_TIME
                        || of.objections() == NoticeStanding.Objections.LATE)
                .map(of -> of.start() == null
                        ? new OwnRight(null, false, objection.leavesAmended())
                        : ownRight(objection, of.dates().objectionsClose()));
    }

    private OwnRight ownRight(Objection refused, Deadline closes) {
        boolean holds = !refused.isSettled() && !refused.late() && refused.dueAt() != null;
        Optional<Instant> relied = Stream.concat(
                        holds ? Stream.of(refused.dueAt()) : Stream.empty(),
                        AmendedWhileOpen.until(upTo(refused)).stream())
                .max(Instant::compareTo);
        Deadline until = relied.filter(end -> end.isAfter(closes.endsAt()))
                .map(end -> Deadline.endingAt(end, policy(refused).zone()))
                .orElse(closes);
        return new OwnRight(until, until.isOverAt(clock.instant()), refused.leavesAmended());
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
        return Optional.ofNullable(objection.customer()).stream()
                .flatMap(customer -> objections.ofCustomer(customer, List.of(objection.change())).stream())
                .filter(each -> each.id() < objection.id())
                .toList();
    }

    /** The customer's newest notice of the change. */
    public Optional<Notice> notice(String change, long customer) {
        return Optional.ofNullable(notices.lastOf(customer, List.of(change)).get(change));
    }
}
