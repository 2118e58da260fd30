package fairnotice.web.portal;

import fairnotice.change.ChangeState;
import fairnotice.change.ComparingEntry;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.clearance.HeldBack;
import fairnotice.clearance.PastUse;
import fairnotice.clearance.ReadingClearance;
import fairnotice.notice.EffectOnCustomer;
import fairnotice.notice.EffectOnCustomers;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.notice.ReadingStanding;
import fairnotice.notice.ReadingWindows;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionContexts;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryFact;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.Brand;
import fairnotice.web.FormErrors;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what a customer reads about its notice. */
@Component
class NoticeReading {

    /** It ends without what was announced. */
    private static final Set<ChangeState> GIVEN_UP = EnumSet.of(ChangeState.WITHDRAWN, ChangeState.UNLISTED);

    private final OpenedNotices links;
    private final VendorChanges changes;
    private final Registers registers;
    private final Notices notices;
    private final ReadingStanding standing;
    private final ReadingWindows windows;
    private final OwnObjectionReading cases;
    private final ComparingEntry comparing;
    private final ReadingClearance clearance;
    private final EffectOnCustomers effects;
    private final OwnCalendar calendar;
    private final ObjectionReading objecting;

    NoticeReading(
            OpenedNotices links,
            VendorChanges changes,
            Registers registers,
            Notices notices,
            ReadingStanding standing,
            ReadingWindows windows,
            OwnObjectionReading cases,
            ComparingEntry comparing,
            ReadingClearance clearance,
            EffectOnCustomers effects,
            OwnCalendar calendar,
            ObjectionReading objecting) {
        this.links = links;
        this.changes = changes;
        this.registers = registers;
        this.notices = notices;
        this.standing = standing;
        this.windows = windows;
        this.cases = cases;
        this.comparing = comparing;
        this.clearance = clearance;
        this.effects = effects;
        this.calendar = calendar;
        this.objecting = objecting;
    }

    /** Whether the vendor that the change replaced may no longer be used for the customer. */
    private boolean isReplacedOver(Opened opened, VendorChange change) {
        Proposal proposal = change.proposal();
        return proposal.kind() == ChangeKind.REPLACE
                && change.isPublished()
                && !isCalledOff(change)
                && !clearance
                        .clearance(change.register(), opened.customer().externalId(), proposal.replaces())
                        .cleared();
    }

    void fill(Opened opened, Model model) {
        Notice notice = opened.notice();
        VendorChange change = changes.getByReference(notice.reference());
        Register register = registers.getById(notice.register());
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("register", register);
        model.addAttribute("policy", policy);
        model.addAttribute("customer", opened.customer().name());
        model.addAttribute("contact", opened.contact().name());
        model.addAttribute("reached", links.reached(opened));
        model.addAttribute("confirmed", links.isConfirmed(opened));
        model.addAttribute("linkEnds", links.linkEnd(opened).orElse(null));
        Proposal proposal = round(notice).proposal();
        model.addAttribute("proposal", proposal);
        model.addAttribute("facts", EntryFact.forCustomers(proposal.subprocessor()));
        model.addAttribute("entry", comparing.compare(change, notice.round()));
        model.addAttribute(
                "withdrawnOn",
                GIVEN_UP.contains(change.state()) ? LocalDate.ofInstant(change.updatedAt(), policy.zone()) : null);
        model.addAttribute("publishedAt", change.publishedAt());
        model.addAttribute("replacedOver", isReplacedOver(opened, change));
        model.addAttribute("reachedLate", notice.missedAt() != null);
        model.addAttribute("successor", successor(change, notice).isPresent());
        if (!model.containsAttribute("form")) {
            FormErrors.of(AnswerForm.blank(), model);
        }
        Optional<Objection> own = cases.find(opened);
        Optional<ObjectionContext> asOfNow = own.map(cases::asOfNow);
        Optional<ObjectionContext> context = asOfNow.flatMap(around -> own.map(around::of));
        Optional<ObjectionContexts.Held> held =
                cases.held(change, opened.customer()).filter(earlier -> !isCalledOff(change));
        Optional<HeldBack> heldBack = (own.isPresent() || held.isPresent()) && !isCalledOff(change)
                ? clearance.heldBack(opened.customer(), change)
                : Optional.empty();
        model.addAttribute("heldBack", heldBack.orElse(null));
        model.addAttribute(
                "othersFrom",
                heldBack.filter(kept -> kept.reason() == HeldBack.Reason.LEAVING)
                        .flatMap(kept -> context.orElseThrow().othersFrom(kept.lastDay()))
                        .orElse(null));
        boolean othersGoOn = heldBack.filter(kept -> kept.lastDay() != null)
                .map(kept -> context.orElseThrow().goesOnAfter(kept.lastDay()))
                .orElse(true);
        model.addAttribute("othersGoOn", othersGoOn);
        boolean ordersOver = objecting.areOrdersOver(opened);
        model.addAttribute("ordersOver", ordersOver);
        model.addAttribute("lastOrderDay", opened.customer().lastDay().orElse(null));
        model.addAttribute("onceAdmitted", is(context, ObjectionContext::isFollowedOnceAdmitted));
        model.addAttribute("joins", own.filter(Objection::canBecomeItsCustomers).isPresent());
        model.addAttribute(
                "ownRight",
                asOfNow.flatMap(around -> around.rights().ownRight()).orElse(null));
        model.addAttribute("leavesOthers", is(context, ObjectionContext::leavesOthers));
        model.addAttribute(
                "parted", context.flatMap(around -> around.beside().leaving()).isPresent() && othersGoOn);
        model.addAttribute("stands", is(context, ObjectionContext::stands));
        model.addAttribute("onlyAdmitted", is(context, ObjectionContext::canOnlyBeAdmitted));
        model.addAttribute(
                "namedOrders", asOfNow.flatMap(ObjectionContext::namedOrders).orElse(null));
        model.addAttribute("toldLater", is(context, ObjectionContext::isToldLater));
        model.addAttribute("daysAhead", calendar.isAnyAhead(notice, change, own));
        Optional<EffectOnCustomer> effect = effect(opened, change);
        model.addAttribute("appliesSince", appliesSince(opened, change, effect));
        boolean unused = own.isEmpty() && notice.missedAt() == null;
        List<PastUse> used = unused ? List.of() : clearance.usedBefore(opened.customer(), change);
        model.addAttribute("usedUntilMissed", used.stream().anyMatch(PastUse::missed));
        model.addAttribute("usedBefore", used);
        model.addAttribute("lastUse", used.isEmpty() ? null : used.get(used.size() - 1));
        model.addAttribute(
                "stopped",
                heldBack.filter(kept -> kept.reason() == HeldBack.Reason.OBJECTION)
                        .flatMap(kept -> context.map(objection -> stopped(objection, used)))
                        .orElse(null));
        model.addAttribute(
                "othersOnly", effect.filter(EffectOnCustomer::isForOtherOrders).isPresent());
        model.addAttribute(
                "notice",
                NoticeView.of(
                        notice,
                        change,
                        standing.of(notice, change),
                        windows.closing(notice),
                        heldBack,
                        othersGoOn,
                        ordersOver));
        exemptedBefore(opened, change, own, held, model);
        model.addAttribute("forOthers", is(context, ObjectionContext::isForOthers));
        own.ifPresent(objection -> {
            model.addAttribute("inTimeByAnother", objection.isInTimeByAnother());
            model.addAttribute("refusedAnew", objection.isRefusedAnew());
            model.addAttribute("lastUntilAdmitted", objection.isLastUntilAdmitted());
            model.addAttribute("decides", cases.decides(objection, opened.contact()));
            cases.counted(objection).ifPresent(how -> model.addAttribute("counted", how));
        });
        context.ifPresent(around -> {
            cases.termination(around, opened.customer()).ifPresent(left -> model.addAttribute("termination", left));
            model.addAttribute("awaited", around.awaited());
            model.addAttribute("caseInEffect", around.isInEffect());
            model.addAttribute("safeguarded", around.beside().isOnSafeguard());
            around.admittedAnew().ifPresent(at -> model.addAttribute("admittedAnew", at));
            around.takesPlaceOf().ifPresent(of -> model.addAttribute("takesPlaceOf", of));
        });
        asOfNow.ifPresent(around -> {
            model.addAttribute("own", cases.view(around, opened.customer()));
            OwnObjectionReading.exemption(around).ifPresent(terms -> model.addAttribute("agreedExemption", terms));
            cases.silentUntil(around).ifPresent(day -> model.addAttribute("silentUntil", day));
            model.addAttribute("stopsNothing", around.objection().isToBeAdmittedAnew());
            model.addAttribute("ifWithdrawn", around.ifWithdrawn());
            around.keptAway().ifPresent(kept -> model.addAttribute("kept", kept.word()));
            around.earlierStanding().ifPresent(of -> model.addAttribute("standingCase", of.reference()));
            around.useIfNothingIsChosen().ifPresent(day -> model.addAttribute("useIfSilent", day));
            around.rights().ifBecomesFinal().ifPresent(then -> model.addAttribute("ifFinal", then));
        });
    }

    /** The exemption that keeps the change away where its newest objection does not say so itself. */
    private void exemptedBefore(
            Opened opened,
            VendorChange change,
            Optional<Objection> own,
            Optional<ObjectionContexts.Held> held,
            Model model) {
        if (own.isEmpty() && held.isEmpty()) {
            return;
        }
        Optional<Objection> exempting = clearance.exemption(opened.customer(), change);
        boolean byHeld = held.filter(earlier -> own.isEmpty()
                        || exempting
                                .filter(objection ->
                                        objection.id() == earlier.exempted().id())
                                .isPresent())
                .isPresent();
        if (byHeld) {
            model.addAttribute("agreedExemption", held.orElseThrow().terms());
            model.addAttribute(
                    "exemptedIn",
                    held.filter(earlier -> !earlier.terms().over())
                            .map(earlier -> earlier.exempted().reference())
                            .orElse(null));
        } else {
            exempting
                    .map(cases::asOfNow)
                    .flatMap(OwnObjectionReading::exemption)
                    .ifPresent(terms -> model.addAttribute("agreedExemption", terms));
        }
    }

    private static boolean is(Optional<ObjectionContext> own, Predicate<ObjectionContext> so) {
        return own.filter(so).isPresent();
    }

    /** The key of what its objection, or one before it, stopped; null where there was no use to stop. */
    private static String stopped(ObjectionContext own, List<PastUse> used) {
        if (own.stoppedUse()) {
            return own.admittedAnew().isPresent() ? "portal.stopped.admitted" : "portal.stopped";
        }
        return used.isEmpty() || used.get(used.size() - 1).missed() ? null : "portal.stopped.before";
    }

    /** Whether nothing came of it before it took effect for anybody: it keeps nothing away from anybody then, and nothing needs to. */
    private static boolean isCalledOff(VendorChange change) {
        return GIVEN_UP.contains(change.state()) && !change.isPublished();
    }

    /** What the change means for the customer now that it is in effect; empty while it is not, and for a notice that no longer counts. */
    private Optional<EffectOnCustomer> effect(Opened opened, VendorChange change) {
        Notice notice = opened.notice();
        boolean counts =
                change.isPublished() && notice.round() == change.round().number();
        return counts
                ? Optional.of(effects.of(change, List.of(opened.customer()), List.of(notice))
                        .get(notice.customer()))
                : Optional.empty();
    }

    /** The first day of effect for a customer whose case or notice ended after the change had gone live; null where that is the day it did, or unknown. */
    private LocalDate appliesSince(Opened opened, VendorChange change, Optional<EffectOnCustomer> effect) {
        Notice notice = opened.notice();
        ZoneId zone =
                registers.policy(notice.register(), notice.policyVersion()).zone();
        return effect.map(EffectOnCustomer::since)
                .filter(since -> !since.equals(LocalDate.ofInstant(change.publishedAt(), zone)))
                .orElse(null);
    }

    /** The notice keeps saying what it said, whatever was amended since. */
    private Round round(Notice notice) {
        return changes.rounds(notice.reference()).stream()
                .filter(round -> round.number() == notice.round())
                .findFirst()
                .orElseThrow();
    }

    /** This customer's notice of a later round, once there is one. */
    private Optional<Notice> successor(VendorChange change, Notice notice) {
        return change.round().number() > notice.round() && change.state() != ChangeState.WITHDRAWN
                ? notices.of(change.reference(), change.round().number(), notice.customer())
                : Optional.empty();
    }
}
