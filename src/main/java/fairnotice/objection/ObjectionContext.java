package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What lies around an objection: its change, its policy, and what else its customer has to do with that change. All of it is read once, so it is
 * opened anew after the objection, or another of its customer, was written.
 */
public class ObjectionContext {

    private final Objection objection;
    private final ChangeForCustomer about;
    private final ObjectionContexts contexts;
    private final Instant now;
    private final Supplier<NoticePolicy> policy;
    private final Supplier<List<ThreadMessage>> thread;

    ObjectionContext(Objection objection, ChangeForCustomer about, ObjectionContexts contexts, Instant now) {
        this.objection = objection;
        this.about = about;
        this.contexts = contexts;
        this.now = now;
        this.policy = new Once<>(() -> contexts.policy(objection));
        this.thread = new Once<>(() -> contexts.thread(objection));
    }

    public Objection objection() {
        return objection;
    }

    /** When it was opened, on which all that is ahead or over depends. */
    Instant now() {
        return now;
    }

    /** The policy its times follow, as it was frozen at the announcement. */
    public NoticePolicy policy() {
        return policy.get();
    }

    ZoneId zone() {
        return policy().zone();
    }

    VendorChange change() {
        return about.change().get();
    }

    /** Its customer's newest notice of the change; none while it is not matched. */
    public Optional<Notice> notice() {
        return about.notice().get();
    }

    /** How that stands. */
    Optional<NoticeStanding> standing() {
        return about.standing().get();
    }

    /** The other objections of its customer to the change. */
    public CustomersObjections beside() {
        return new CustomersObjections(objection, about.objections().get());
    }

    ChangeForCustomer about() {
        return about;
    }

    /** Another objection of its customer, or this one as it stood, in what lies around that. */
    public ObjectionContext of(Objection other) {
        return other.change().equals(objection.change()) ? contexts.of(other, about, now) : contexts.of(other);
    }

    /** The day on which its change was withdrawn. */
    Deadline withdrawnOn() {
        return Deadline.on(LocalDate.ofInstant(change().updatedAt(), zone()), zone());
    }

    /** What a refusal leaves its customer. */
    public RightAfterRefusal rights() {
        return contexts.rights(this);
    }

    /** The day of the offer that the last one replaces, in the policy's zone; empty where there was none before it. */
    public Optional<LocalDate> replacedOffer() {
        if (objection.offers() < 2) {
            return Optional.empty();
        }
        return thread.get().stream()
                .filter(message -> message.kind() == ThreadMessage.Kind.OFFERED)
                .map(message -> LocalDate.ofInstant(message.at(), zone()))
                .skip(objection.offers() - 2L)
                .findFirst();
    }

    /** What the last offer means in days; empty before the first. */
    public Optional<OfferTerms> terms() {
        return Optional.ofNullable(objection.offer())
                .map(offer -> OfferTerms.of(
                        offer,
                        zone(),
                        earliestUse(),
                        Optional.ofNullable(change().publishedAt())
                                .filter(published -> offer.cure() == Cure.EXEMPTION || isInEffect()),
                        now));
    }

    /** An exemption agreed about an earlier change of the vendor, as it counts beside those objections of its customer to this one; empty for none. */
    private Optional<Objection> held(List<Objection> own) {
        return AgreementRules.held(about.exempted().get(), own);
    }

    /**
     * The first day on which the vendor may be used by the customer's own notice, whatever others' notices did since, and after the orders
     * that it terminated in an earlier case; empty while no notice has started, and for a change that went first as its agreement allows,
     * where no order was terminated.
     */
    Optional<LocalDate> earliestUse() {
        return about.started()
                .flatMap(started -> Stream.concat(
                                about.allowedFrom().stream(), waitedFor().map(Deadline::dayAfter))
                        .max(LocalDate::compareTo));
    }

    /** Whether a termination in an earlier case keeps the change from all orders of its customer: those it terminated still run. */
    boolean isLeavingByEarlier() {
        return beside().leftBefore().filter(now::isBefore).isPresent();
    }

    /** What else of the customer's cases about the change has to end: orders that it terminated before, and its time to object to what was amended. */
    private Stream<Deadline> waitedFor() {
        return Stream.of(beside().leftBefore(), beside().amendedOpenUntil())
                .flatMap(Optional::stream)
                .map(end -> Deadline.endingAt(end, zone()));
    }

    /**
     * The first day on which the vendor may be used for the customer, or for what goes on of it, where its case keeps it away until that
     * day has ended; empty while its notice has not started or no longer counts.
     */
    Optional<LocalDate> useAfter(LocalDate lastDay) {
        return about.started()
                .filter(of -> of.state().counts())
                .flatMap(counts -> Stream.concat(
                                about.allowedFrom().stream(),
                                Stream.concat(Stream.of(Deadline.on(lastDay, zone())), waitedFor())
                                        .map(Deadline::dayAfter))
                        .max(LocalDate::compareTo));
    }

    /**
     * The first day on which the vendor may be used for a customer that may terminate orders and chooses nothing; empty while its time has
     * not started, where the change is in effect already, and where an earlier case keeps it away.
     */
    public Optional<LocalDate> useIfNothingIsChosen() {
        boolean chooses = objection.state() == ObjectionState.TERMINATION_OFFERED && objection.dueAt() != null;
        return !chooses || isInEffect() || keptAway().isPresent()
                ? Optional.empty()
                : useAfter(Deadline.endingAt(objection.dueAt(), zone()).lastDay());
    }

    /** The end of the key of what its withdrawal leaves; empty where that is the change alone, which is still ahead. */
    public String ifWithdrawn() {
        String ifFree = (objection.isToBeAdmittedAnew() ? ".again" : "") + (isInEffect() ? ".in-effect" : "");
        String ifNotKeptAway = beside().isOnSafeguard() ? ".safeguard" : ifFree;
        return keptAway().map(kept -> "." + kept.word()).orElse(ifNotKeptAway);
    }

    /** What keeps the change from its customer beside this case; empty where nothing does. */
    public Optional<KeptAway> keptAway() {
        return keptAway(now);
    }

    private Optional<KeptAway> keptAway(Instant at) {
        return isKeptAwayByEarlier()
                ? Optional.of(KeptAway.EARLIER)
                : earlierExemption(at).map(exempted -> KeptAway.EXEMPTED);
    }

    /**
     * What its customer agreed to in an earlier case of the same change, or about an earlier change of the same vendor, where that is an
     * exemption whose last day has not ended.
     */
    Optional<OfferTerms> earlierExemption(Instant at) {
        return held(beside().upTo())
                .map(exempted -> contexts.terms(exempted, change(), earliestUse(), at))
                .or(() -> AgreementRules.latestAgreement(beside().earlierCounting())
                        .flatMap(agreed -> contexts.of(agreed, about, at).terms()))
                .filter(OfferTerms::isRunningExemption);
    }

    /** The first day of use for the orders that are still in use after that day; empty where none is, and while its notice does not say. */
    public Optional<LocalDate> othersFrom(LocalDate lastDay) {
        return useAfter(lastDay).filter(day -> goesOnAfter(lastDay));
    }

    /** Whether an order of its customer is still in use after that day. One that one person took away goes on until another confirms. */
    public boolean goesOnAfter(LocalDate day) {
        return about.customer()
                .get()
                .filter(customer -> ChangeForCustomer.goesOnAfter(customer, day))
                .isPresent();
    }

    /** The orders that it names, where its customer may terminate orders and has others besides; empty for all others. */
    public Optional<String> namedOrders() {
        return objection.state() != ObjectionState.TERMINATION_OFFERED
                ? Optional.empty()
                : about.customer()
                        .get()
                        .flatMap(customer -> NamedOrders.besideOthers(
                                objection.filing().orders(), customer.orders(), LocalDate.ofInstant(now, zone())));
    }

    /** Whether its customer terminated orders because of it, and others go on, for which it may still object. */
    public boolean leavesOthers() {
        return CustomersObjections.hasLeavingDay(objection)
                && goesOnAfter(Deadline.endingAt(objection.leavesAt(), zone()).lastDay());
    }

    /** When the window of its customer's notice of the change closes, while that is ahead. */
    public Optional<Deadline> openUntil() {
        return about.started()
                .filter(of -> of.objections() == NoticeStanding.Objections.IN_TIME)
                .filter(of -> notice().orElseThrow().mayObject())
                .map(of -> of.dates().objectionsClose());
    }

    /** Whether what an email or page says of the change is about the orders that go on, since others were terminated. */
    public boolean isForOthers() {
        return beside().leaving().filter(left -> of(left).leavesOthers()).isPresent();
    }

    /** What has to end before the change may take effect for a customer whose objection no longer stands against it. */
    public Awaited awaited() {
        if (!isLeavingByEarlier()) {
            return Awaited.NOTICE;
        }
        return isNoticeDone() ? Awaited.ORDERS : Awaited.NOTICE_AND_ORDERS;
    }

    /** Whether its customer is told by email when the change takes effect, which it has not yet. */
    public boolean isToldLater() {
        return policy().tellInEffect()
                && !about.isLive()
                && (objection.state() != ObjectionState.COMMENT
                        || notice().filter(Notice::told).isPresent());
    }

    /**
     * Whether the change is in effect as far as the customer's own notice, the orders it terminated in earlier cases and its time to object to what
     * was amended say; its objection may still keep it back.
     */
    public boolean isInEffect() {
        return about.isLive()
                && !isLeavingByEarlier()
                && beside().amendedOpenUntil().filter(now::isBefore).isEmpty();
    }

    /**
     * The first day on which the change was in effect for its customer before this objection, which keeps nothing away: since the go-live, its
     * own notice, and the end of what kept it away before. Empty while it is not in effect.
     */
    Optional<LocalDate> inEffectSince() {
        return standing()
                .filter(of -> isInEffect())
                .flatMap(of -> Stream.of(
                                Stream.of(LocalDate.ofInstant(of.inUseSince(), zone())),
                                of.wentFirst() ? Stream.<LocalDate>empty() : Stream.of(of.allowedFrom()),
                                Stream.concat(beside().earlierCounting().stream(), held(beside().upTo()).stream())
                                        .flatMap(each -> CustomersObjections.freeFrom(each, zone()).stream()))
                        .flatMap(days -> days)
                        .max(LocalDate::compareTo));
    }

    /** Whether its customer's notice no longer keeps the change away: it has ended, or the change is in effect as far as it says. */
    public boolean isNoticeDone() {
        return about.isNoticeOver() || about.isLive();
    }

    /** When it was admitted as a new one, from which it counts; empty for one that counts from its filing, and for one not admitted. */
    public Optional<Instant> admittedAnew() {
        return AdmittedAnew.at(objection, beside().earlier(), thread);
    }

    private Instant countsFrom() {
        return admittedAnew().orElse(objection.receivedAt());
    }

    /** Whether the change was in effect for its customer when it began to count, and that stopped with it. */
    public boolean stoppedUse() {
        return standing().isPresent()
                && change().isPublished()
                && !wasKeptAway()
                && standing().orElseThrow().wasInEffectAt(countsFrom(), zone());
    }

    /** Whether an earlier objection of its customer, or what was agreed about it, kept the change away when it began to count. */
    private boolean wasKeptAway() {
        Instant from = countsFrom();
        return beside().earlier().stream().anyMatch(each -> of(each).stoodAt(from))
                || keptAway(from).isPresent();
    }

    /** Whether it kept the change away then: it counted and was open, also where it was ended by what came then, or orders terminated in it still ran. */
    private boolean stoodAt(Instant at) {
        if (CustomersObjections.hasLeavingDay(objection)) {
            return at.isBefore(objection.leavesAt());
        }
        return CustomersObjections.hasStood(objection)
                && !countsFrom().isAfter(at)
                && (!objection.isSettled() || !objection.settledAt().isBefore(at) || objection.isAmendedOpenAt(at));
    }

    /** The earlier objection that stopped the use, where it was stopped when this one began to count; empty where none did. */
    Optional<Objection> stoppedBefore() {
        return stoppedUse()
                ? Optional.empty()
                : beside().earlier().stream()
                        .filter(each -> CustomersObjections.hasStood(each) && of(each).stoppedUse())
                        .findFirst();
    }

    /**
     * The case that it took the place of: that one was refused, and was not the customer's own and could be appealed until this one was filed, or came late
     * where this one came in time, however late it was recorded or matched.
     */
    public Optional<Objection> takesPlaceOf() {
        return beside().earlier().stream()
                .limit(1)
                .filter(each -> each.state() == ObjectionState.REFUSED && each.takesNothing())
                .filter(each -> of(each).stoodAt(objection.receivedAt()))
                .findFirst()
                .or(() -> beside().others().stream()
                        .filter(each -> each.isRefusedAsLate() && each.isSettled() && !objection.late())
                        .findFirst());
    }

    /** Whether the change was in effect for its customer once, until this objection stopped that or one before it. */
    boolean wasInEffectBefore() {
        return beside().upTo().stream().anyMatch(each -> !each.again() && of(each).stoppedUse());
    }

    /** Whether an earlier objection of its customer ended so that it stands, however this one ends. */
    boolean isKeptAwayByEarlier() {
        return earlierStanding().isPresent();
    }

    /** The newest earlier objection of its customer that ended so that it stands, however this one ends. */
    public Optional<Objection> earlierStanding() {
        return beside().earlierCounting().stream()
                .filter(each -> of(each).hasEndedStanding())
                .findFirst();
    }

    /** Whether it ended so that it stands. */
    boolean hasEndedStanding() {
        return objection.state() == ObjectionState.NOT_AGREED
                || objection.isSettled() && objection.standsThoughRefused(policy());
    }

    /** Whether it, or one before it, ended so that it stands whatever becomes of another: only an agreement of its customer alters that. */
    public boolean stands() {
        return hasEndedStanding() || !AgreementRules.isAgreement(objection) && isKeptAwayByEarlier();
    }

    /** Number of the case whose exemption an agreement in this one takes the place of; empty where none holds. */
    public Optional<String> replacedExemption() {
        return held(beside().earlier())
                .or(() -> AgreementRules.latestAgreement(beside().earlier()))
                .filter(agreed -> of(agreed)
                        .terms()
                        .filter(OfferTerms::isRunningExemption)
                        .isPresent())
                .map(Objection::reference);
    }

    /** Whether another objection of its customer counts only once legal admits it as new; a later one than an exemption may have been refused. */
    public boolean isFollowedOnceAdmitted() {
        int round = change().round().number();
        return beside().newestOfItsOwn()
                .filter(own -> own.isFollowedOnceAdmitted(round))
                .isPresent();
    }

    /** Whether it waits to be assessed and can only be admitted: its sender may object, it came in time, and no grounds are asked for. */
    public boolean canOnlyBeAdmitted() {
        boolean waits = objection.state() == ObjectionState.ASSESSMENT && !objection.again()
                || objection.state() == ObjectionState.CONTESTED;
        return waits && RefusalReasons.open(objection, policy(), thread).isEmpty();
    }
}
