package fairnotice.web.portal;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.ReadingStanding;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.RightAfterRefusal;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.Brand;
import fairnotice.web.Phrases;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what a customer reads while it writes an objection. */
@Component
class ObjectionReading {

    private static final Set<ChangeState> GIVEN_UP =
            EnumSet.of(ChangeState.WITHDRAWN, ChangeState.REJECTED, ChangeState.UNLISTED);

    private final OpenedNotices links;
    private final VendorChanges changes;
    private final Registers registers;
    private final ObjectionContexts contexts;
    private final Objections objections;
    private final ReadingStanding standing;
    private final Phrases phrases;
    private final Clock clock;

    ObjectionReading(
            OpenedNotices links,
            VendorChanges changes,
            Registers registers,
            ObjectionContexts contexts,
            Objections objections,
            ReadingStanding standing,
            Phrases phrases,
            Clock clock) {
        this.links = links;
        this.changes = changes;
        this.registers = registers;
        this.contexts = contexts;
        this.objections = objections;
        this.standing = standing;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** The customer's case about the change, live or the last that was. */
    Optional<Objection> newest(Opened opened) {
        return objections.newest(opened.notice().reference(), opened.customer().id());
    }

    /** Whether the customer can object for itself although one is open: that is not its own, or about other orders. */
    boolean isPossibleBeside(Objection open) {
        return open.canBecomeItsCustomers()
                || open.state() == ObjectionState.REFUSED && open.takesNothing()
                || contexts.of(open).leavesOthers();
    }

    /** Whether there is anything left to object to, and to object for. */
    boolean isPossible(Opened opened) {
        return !GIVEN_UP.contains(
                        changes.getByReference(opened.notice().reference()).state())
                && !areOrdersOver(opened);
    }

    /** Whether all orders of the customer have ended. */
    boolean areOrdersOver(Opened opened) {
        ZoneId zone = registers
                .policy(opened.notice().register(), opened.notice().policyVersion())
                .zone();
        return !opened.customer().isActiveOn(LocalDate.ofInstant(clock.instant(), zone));
    }

    void fill(Opened opened, Model model) {
        Instant now = clock.instant();
        VendorChange change = changes.getByReference(opened.notice().reference());
        Notice notice =
                contexts.notice(change.reference(), opened.customer().id()).orElse(opened.notice());
        NoticeStanding stands = standing.of(notice, change);
        Register register = registers.getById(notice.register());
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("register", register);
        model.addAttribute("policy", registers.policy(notice.register(), notice.policyVersion()));
        model.addAttribute("customer", opened.customer().name());
        model.addAttribute("contact", opened.contact().name());
        model.addAttribute("change", change.reference());
        model.addAttribute("proposal", change.proposal());
        model.addAttribute("reached", links.reached(opened));
        model.addAttribute("mayObject", notice.mayObject());
        model.addAttribute("started", stands.start() != null);
        Optional<Objection> open = newest(opened).filter(objection -> !objection.isSettled());
        Optional<Objection> joined = open.filter(Objection::canBecomeItsCustomers);
        Optional<ObjectionContext> before = newest(opened).map(contexts::of);
        Optional<RightAfterRefusal.OwnRight> own =
                before.flatMap(newest -> newest.rights().ownRight());
        model.addAttribute(
                "again",
                own.isEmpty()
                        && joined.isEmpty()
                        && before.filter(ObjectionContext::isFollowedOnceAdmitted)
                                .isPresent());
        model.addAttribute("joined", joined.map(Objection::reference).orElse(null));
        model.addAttribute(
                "closes",
                own.map(RightAfterRefusal.OwnRight::until).orElse(stands.dates().objectionsClose()));
        model.addAttribute(
                "late",
                joined.isEmpty()
                        && own.map(RightAfterRefusal.OwnRight::late)
                                .orElse(stands.objections() == NoticeStanding.Objections.LATE));
        model.addAttribute("grounds", phrases.choices("portal.grounds.", List.of(Grounds.values())));
        model.addAttribute("orders", orders(opened, now, register));
    }

    /** One order as the form shows it. @param ends its last day */
    record OrderLine(String id, String product, LocalDate ends) {}

    private static List<OrderLine> orders(Opened opened, Instant now, Register register) {
        LocalDate today = LocalDate.ofInstant(now, register.zone());
        return opened.customer().orders().stream()
                .filter(order -> !order.lastDay().isBefore(today))
                .map(order -> new OrderLine(order.externalId(), order.product(), order.lastDay()))
                .toList();
    }
}
