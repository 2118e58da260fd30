package fairnotice.clearance;

import static fairnotice.clearance.ObjectionRule.InTheWay.ALWAYS;
import static fairnotice.clearance.ObjectionRule.InTheWay.NO;
import static fairnotice.clearance.ObjectionRule.InTheWay.UNLESS_LEFT_OUT;

import fairnotice.calendar.Deadline;
import fairnotice.customer.Customer;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.refusal.Phrase;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Which outcome of an objection means which clearance for its customer, and whether it keeps the change from going live. This is the one
 * table (invariant 2); {@code docs/clearance.md} publishes it, and a test holds the two together. One filed late counts as any other
 * (invariant 3).
 */
enum ObjectionRule {
    /** Invariant 2: it may be anybody's who could object, and nobody can be left out who is not known. */
    TO_BE_MATCHED(false, ALWAYS),
    /** Invariant 2. */
    BEING_ASSESSED(false, UNLESS_LEFT_OUT),
    /** Invariant 2; the publisher's silence never counts against the customer. */
    OFFER_TO_BE_MADE(false, UNLESS_LEFT_OUT),
    /** Invariant 2. */
    OFFER_TO_BE_ANSWERED(false, UNLESS_LEFT_OUT),
    /** A refusal is no end while it may be contested (policy, settlement.contestWithin). */
    REFUSED_CONTESTABLE(false, UNLESS_LEFT_OUT),
    /** Invariant 2; another reviewer decides (invariant 6). */
    CONTESTED(false, UNLESS_LEFT_OUT),
    /** A refusal that is final ends the matter: another objection counts once legal admits it as new, so that repeating it blocks nothing. */
    FILED_AGAIN(true, NO),
    /** It was open while the change was amended, so that its customer could not object to that, and may for as long as a window takes. */
    REFUSED_AMENDED_SINCE(false, UNLESS_LEFT_OUT),
    /** The grounds were not reasonable, or it came too late, and the time to contest is over or used up. */
    REFUSED_FOR_GOOD(true, NO),
    /** Nobody's who may object for the customer: its own right to object is untouched, and an objection of its own counts from its filing. */
    REFUSED_FOR_ITS_SENDER(true, NO),
    /** Nobody at the customer filed it, or answered in it: its own right to object is untouched, as after a refusal for the sender. */
    REFUSED_AS_NOBODYS_OWN(true, NO),
    /** The promise asks for no grounds (policy, groundsRequired): an objection then needs none, and none can be wanting. */
    REFUSED_FOR_ITS_GROUNDS(false, NO),
    /** The customer agreed. */
    RESOLVED(true, NO),
    /** What was agreed is that the vendor is not used for this customer. */
    EXEMPTED(false, NO),
    /** The same, until the agreed last day has ended in the policy's zone. */
    EXEMPTED_UNTIL(false, NO),
    /** From the day after the agreed last day. */
    EXEMPTION_OVER(true, NO),
    /** Policy, remedy: the customer chooses whether to leave. */
    TERMINATION_OFFERED(false, UNLESS_LEFT_OUT),
    /** Policy, settlement.termination.electWithin: it stayed although it might have left. */
    LAPSED(true, NO),
    /** Invariant 2: it leaves because of this vendor; the elected orders run until they end, whether or not their refund is paid. */
    LEAVING(false, UNLESS_LEFT_OUT),
    /** An objection ends affected orders; whatever goes on goes on with the list as it is. */
    ORDERS_GO_ON(true, NO),
    /** With the last order the instruction to process ended (GDPR art. 28(3)(g)). */
    NO_ORDER_LEFT(false, NO),
    /** No remedy is promised; the customer agreed to nothing and was not refused, and the publisher's silence may have ended the search. */
    NOT_AGREED(false, NO),
    /** A change that was given up clears nobody. */
    MOOT(false, NO),
    /** By a contact with authority. */
    WITHDRAWN(true, NO),
    /** Nobody's who may object, or joined with another case. */
    DECLINED(true, NO),
    /** The policy does not entitle the customer to object. */
    COMMENT(true, NO);

    /** Whether an objection keeps its change from going live. */
    enum InTheWay {
        ALWAYS,
        UNLESS_LEFT_OUT,
        NO
    }

    private static final Set<ObjectionRule> NEVER_STOOD = Set.of(DECLINED, COMMENT, FILED_AGAIN);

    private final boolean clears;
    private final InTheWay inTheWay;

    ObjectionRule(boolean clears, InTheWay inTheWay) {
        this.clears = clears;
        this.inTheWay = inTheWay;
    }

    boolean clears() {
        return clears;
    }

    InTheWay inTheWay() {
        return inTheWay;
    }

    /** Its sentence. @param lastDay null where it speaks of no day, in the zone */
    Phrase sentence(LocalDate lastDay, ZoneId zone) {
        String key = "clearance.objection." + this;
        return lastDay == null ? Phrase.of(key) : Phrase.of(key, lastDay, zone.getId());
    }

    Phrase sentence() {
        return sentence(null, null);
    }

    /**
     * @param customer whose objection it is, for the orders that are left; ignored for one that is nobody's yet
     * @param policy that the objection's times follow
     */
    static ObjectionRule of(Objection objection, Customer customer, NoticePolicy policy, Instant now) {
        ZoneId zone = policy.zone();
        if (objection.isToBeAdmittedAnew()) {
            return FILED_AGAIN;
        }
        return switch (objection.state()) {
            case UNMATCHED -> TO_BE_MATCHED;
            case ASSESSMENT -> BEING_ASSESSED;
            case AWAITING_OFFER -> OFFER_TO_BE_MADE;
            case OFFERED -> OFFER_TO_BE_ANSWERED;
            case REFUSED -> objection.isSettled() ? refusal(objection, policy, now) : REFUSED_CONTESTABLE;
            case CONTESTED -> CONTESTED;
            case TERMINATION_OFFERED -> TERMINATION_OFFERED;
            case RESOLVED -> RESOLVED;
            case EXEMPTED -> exemption(objection, zone, now);
            case LAPSED -> LAPSED;
            case NOT_AGREED -> NOT_AGREED;
            case MOOT -> MOOT;
            case WITHDRAWN -> WITHDRAWN;
            case TERMINATING, TERMINATED -> termination(objection, customer, zone, now);
            case DECLINED -> DECLINED;
            case COMMENT -> COMMENT;
        };
    }

    private static ObjectionRule exemption(Objection objection, ZoneId zone, Instant now) {
        LocalDate until = exemptedUntil(objection);
        if (until == null) {
            return EXEMPTED;
        }
        return now.isBefore(dayAfter(until, zone)) ? EXEMPTED_UNTIL : EXEMPTION_OVER;
    }

    private static ObjectionRule refusal(Objection objection, NoticePolicy policy, Instant now) {
        if (objection.isRefusedForItsSender()) {
            return REFUSED_FOR_ITS_SENDER;
        }
        if (objection.standsThoughRefused(policy)) {
            return REFUSED_FOR_ITS_GROUNDS;
        }
        if (objection.isAmendedOpenAt(now)) {
            return REFUSED_AMENDED_SINCE;
        }
        return objection.isRefusedUnadopted() ? REFUSED_AS_NOBODYS_OWN : REFUSED_FOR_GOOD;
    }

    /** Which orders go on is the orders' to say: the objection may have named others than were ended. */
    private static ObjectionRule termination(Objection objection, Customer customer, ZoneId zone, Instant now) {
        if (objection.leavesAt() != null && now.isBefore(objection.leavesAt())) {
            return LEAVING;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean goesOn = customer.orders().stream().anyMatch(order -> order.runsOn(today));
        return goesOn ? ORDERS_GO_ON : NO_ORDER_LEFT;
    }

    /** Whether it ever kept the change from its customer: one filed again after a final refusal does not before it is admitted. */
    boolean stoodAgainstIt(Objection objection) {
        return !NEVER_STOOD.contains(this) && !objection.again();
    }

    /** Since when an objection that clears no longer stands against it; null when it never did. */
    Instant since(Objection objection, ZoneId zone) {
        if (!stoodAgainstIt(objection)) {
            return null;
        }
        return switch (this) {
            case EXEMPTION_OVER -> dayAfter(exemptedUntil(objection), zone);
            case ORDERS_GO_ON -> objection.leavesAt();
            case REFUSED_FOR_GOOD -> objection.leavesAmended() ? objection.mayObjectUntil() : objection.settledAt();
            default -> objection.settledAt();
        };
    }

    /** The last day its sentence speaks of; null when it speaks of none. */
    LocalDate day(Objection objection, ZoneId zone) {
        return switch (this) {
            case EXEMPTED_UNTIL, EXEMPTION_OVER -> exemptedUntil(objection);
            case REFUSED_AMENDED_SINCE ->
                Deadline.endingAt(objection.mayObjectUntil(), zone).lastDay();
            case LEAVING -> Deadline.endingAt(objection.leavesAt(), zone).lastDay();
            default -> null;
        };
    }

    private static LocalDate exemptedUntil(Objection objection) {
        boolean exempted = objection.state() == ObjectionState.EXEMPTED
                && objection.offer() != null
                && objection.offer().cure() == Cure.EXEMPTION;
        return exempted ? objection.offer().until() : null;
    }

    private static Instant dayAfter(LocalDate last, ZoneId zone) {
        return Deadline.on(last, zone).endsAt();
    }
}
