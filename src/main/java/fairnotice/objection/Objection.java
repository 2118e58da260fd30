package fairnotice.objection;

import static fairnotice.objection.ObjectionState.*;

import fairnotice.calendar.Deadline;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement.Cure;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A customer's refusal of one change. Every verb is a guarded move: it returns the case as it is afterwards, or refuses with a sentence
 * that says where the case stands instead.
 *
 * @param reference such as {@code OBJ-2026-0003}
 * @param change reference of the change
 * @param round the round its customer has been asked about last
 * @param policyVersion of the notice policy that its times follow
 * @param customer null while it is to be matched, and when it was declined
 * @param receivedAt legal time at which it counts as filed
 * @param late whether it was filed after the window it is measured by
 * @param windowClosesAt when that window closes; null while no clock has started
 * @param answerDueAt by when the policy promises an answer
 * @param dueAt by when whoever has the turn is to act, later than the promised answer where the grounds asked for are missing; null when nobody has, and while it is the customer's and the letter that starts its
 *     time has reached nobody
 * @param assessedBy who assessed its grounds last
 * @param refusal the reasons it was refused for, or declined
 * @param refusedFor what kind of reason that is; null while it is not refused, and for refusals before it was kept
 * @param again whether an earlier objection of the customer to the same round of the change was refused for good, and legal has not admitted
 *     this one as new; until then it stands in the way of nothing
 * @param contested whether the one appeal of its refusal is used up
 * @param appeals how often one of its refusals was appealed
 * @param adopted whether a contact of the customer made it the customer's own, where none filed it
 * @param joinedAt when something that its customer is said to have written was first added to it while it was nobody's own; null without one
 * @param offer what legal offered last; null before
 * @param offers how many offers there were
 * @param leavesAt when the last of the orders it elected to end has ended; null without a termination
 * @param leftOutAt when the change was decided to go live without this customer
 * @param settledAt when the case came to its end
 * @param mayObjectUntil until when its final refusal leaves its customer in time to object to the change as amended while it was open; null where
 *     it leaves no time of its own
 * @param pendingMessage what its process has not heard yet
 * @param version raised by every move; two writers cannot both win
 */
@RecordBuilder
public record Objection(
        long id,
        String reference,
        String change,
        String register,
        int round,
        int policyVersion,
        Long customer,
        ObjectionState state,
        Submission filing,
        Instant receivedAt,
        boolean late,
        Instant windowClosesAt,
        Instant answerDueAt,
        Instant dueAt,
        String assessedBy,
        String refusal,
        RefusalReason refusedFor,
        boolean again,
        boolean contested,
        int appeals,
        boolean adopted,
        Instant joinedAt,
        Offer offer,
        int offers,
        Instant leavesAt,
        Instant leftOutAt,
        Instant settledAt,
        Instant mayObjectUntil,
        PendingMessage pendingMessage,
        int version) {

    private static final Set<ObjectionState> WITHOUT_AGREEMENT = EnumSet.of(REFUSED, NOT_AGREED, LAPSED);

    private static final Set<ObjectionState> NOT_TO_BE_JOINED = EnumSet.of(REFUSED, COMMENT, TERMINATING);

    /** States that no objection reaches with a refusal that counts. */
    private static final Set<ObjectionState> OVERTURNING = EnumSet.of(
            AWAITING_OFFER,
            OFFERED,
            RESOLVED,
            EXEMPTED,
            TERMINATION_OFFERED,
            TERMINATING,
            TERMINATED,
            LAPSED,
            NOT_AGREED);

    public boolean isSettled() {
        return settledAt != null;
    }

    /** Filed again after a final refusal, and not admitted as new. */
    public boolean isToBeAdmittedAnew() {
        return again && !isSettled() && (state == ASSESSMENT || state == REFUSED || state == CONTESTED);
    }

    /** Whether it was refused for who filed it: that uses up nothing of its customer's own right to object. */
    public boolean isRefusedForItsSender() {
        return state == REFUSED && refusedFor == RefusalReason.NOT_ENTITLED;
    }

    /** Whether none of its customer's confirmed contacts filed it, or answered in it before it ended. */
    public boolean isNobodysOwn() {
        return !filing.isItsCustomers() && !contested && !adopted;
    }

    /**
     * Whether an objection of its customer's own joins it and makes it the customer's: it is open, and nobody at the customer has made it its own. Who
     * writes objections down could else keep a customer from objecting until its time has passed.
     */
    public boolean canBecomeItsCustomers() {
        return customer != null && !isSettled() && isNobodysOwn() && !NOT_TO_BE_JOINED.contains(state);
    }

    /**
     * Whether it leaves its customer's own right to object as it was: it was refused for its sender, or ended without an agreement while nobody at
     * its customer had made it its own. Else whoever writes objections down could use up a customer's right.
     */
    public boolean takesNothing() {
        return isRefusedForItsSender() || isNobodysOwn() && WITHOUT_AGREEMENT.contains(state);
    }

    /**
     * Whether what its customer submits at that time is in time because of it: it came in time itself, and takes nothing, so that the customer may have
     * relied on it until it ended, be it by that very submission. Tables keep microseconds.
     */
    boolean isReliedOnAt(Instant submitted) {
        return takesNothing()
                && !late
                && !submitted.isBefore(receivedAt)
                && (settledAt == null
                        || !submitted.truncatedTo(ChronoUnit.MICROS).isAfter(settledAt));
    }

    /** Whether it counts as in time though it came after its last day: what its customer submitted, or had submitted for it, in time goes on in it. */
    public boolean isInTimeByAnother() {
        return !late && windowClosesAt != null && !receivedAt.isBefore(windowClosesAt);
    }

    /** Whether it was refused because it came late. */
    boolean isRefusedAsLate() {
        return state == REFUSED && refusedFor == RefusalReason.LATE;
    }

    /** Whether it came late and ended so: what came in time follows nothing of the kind. */
    boolean isEndedLate() {
        return isRefusedAsLate() || state == WITHDRAWN && late;
    }

    /**
     * Whether another one counts only once legal admits it as new if its customer takes this one, its own, back: it came late, was refused for more than
     * its sender, or is not admitted as new itself. One after another could else stop the use without end.
     */
    public boolean isLastUntilAdmitted() {
        boolean refused = refusedFor != null && refusedFor != RefusalReason.NOT_ENTITLED;
        return !isNobodysOwn() && (again || late || refused);
    }

    /** Whether it ended after that: what came then would have joined it, or come before it, had it been written down at once. */
    boolean isEndedAfter(Instant received) {
        return settledAt != null && !received.isAfter(settledAt);
    }

    /** Whether it was refused on other grounds than its sender, and takes nothing all the same. */
    public boolean isRefusedUnadopted() {
        return state == REFUSED && !isRefusedForItsSender() && takesNothing();
    }

    /**
     * Whether another objection of its customer counts only once legal admits it as new: this one was refused for good, or taken back late or after a
     * refusal, and the change is what it was then. An amended one is objected to for the first time.
     *
     * @param round of the change, to which the other one is
     */
    public boolean isFollowedOnceAdmitted(int round) {
        return (state == REFUSED && !takesNothing() && !leavesAmended() || state == WITHDRAWN && isLastUntilAdmitted())
                && this.round == round;
    }

    /**
     * Whether its final refusal leaves its customer's right to object to the change as amended: it was open when that was announced, and kept its
     * customer from objecting.
     */
    public boolean leavesAmended() {
        return mayObjectUntil != null;
    }

    /** Whether the time that its refusal leaves its customer to object to the amended change runs then. */
    public boolean isAmendedOpenAt(Instant at) {
        return leavesAmended() && at.isBefore(mayObjectUntil);
    }

    /** Whether it was refused on appeal for another reason than the one appealed, which can be appealed as well. */
    public boolean isRefusedAnew() {
        return state == REFUSED && appeals > 0 && !contested && !isSettled();
    }

    /** Whether its appeal was about its sender, which is no reason any more. */
    public boolean isAppealedForItsSender() {
        return state == CONTESTED && refusedFor == RefusalReason.NOT_ENTITLED;
    }

    /** Whether it was refused on appeal, for good. */
    public boolean isRefusedOnAppeal() {
        return state == REFUSED && contested;
    }

    /** Whether its refusal no longer counts, because it was admitted on appeal. */
    public boolean isRefusalOverturned() {
        return contested && OVERTURNING.contains(state);
    }

    /** What its customer may do as it stands. */
    public Set<CustomerStep> steps() {
        return CustomerStep.open(this);
    }

    /** @throws Refused when it no longer is to be matched */
    void mayBeMatched() {
        allowIn("refused.moved.matched-to-a-customer", UNMATCHED);
    }

    /** @param answeredBy the end of the day by which it is answered now that its window is known */
    Objection matched(long to, Measure measure, boolean isAgain, Instant answeredBy, Instant at) {
        allowIn("refused.moved.matched-to-a-customer", UNMATCHED);
        ObjectionState next = measure.entitled() ? ASSESSMENT : COMMENT;
        return edit().customer(to)
                .late(measure.late())
                .again(isAgain)
                .windowClosesAt(measure.closes())
                .filing(filing.measuredBy(measure.explanation()))
                .state(next)
                .dueAt(measure.entitled() ? answeredBy : null)
                .settledAt(measure.entitled() ? null : at)
                .build();
    }

    Objection declined(String reasons, Instant at) {
        allowIn("refused.moved.declined", UNMATCHED);
        return edit().state(DECLINED).refusal(reasons).dueAt(null).settledAt(at).build();
    }

    /** Grounds that come after the time set for its answer leave it the day it had without them. */
    Objection withGrounds(Grounds given, Instant at) {
        return edit().filing(filing.withGrounds(given))
                .dueAt(state == ASSESSMENT && at.isBefore(answerDueAt) ? answerDueAt : dueAt)
                .build();
    }

    /** Whether it is answered after the time set for that, because it gave none of the grounds that are asked for. */
    public boolean isAnsweredAfterGrounds() {
        return state == ASSESSMENT && dueAt != null && dueAt.isAfter(answerDueAt);
    }

    /** Another filing of the same customer came before its window closed. */
    Objection inTime() {
        return edit().late(false).build();
    }

    Objection admitted(String by, Instant offerDue) {
        allowIn("refused.moved.admitted", ASSESSMENT, CONTESTED);
        return edit().state(AWAITING_OFFER)
                .again(false)
                .assessedBy(by)
                .dueAt(offerDue)
                .build();
    }

    /**
     * On appeal it is final for the reason that was appealed. For another, which its customer could answer nothing to, it is a first refusal.
     *
     * @param contestUntil ignored where it is final
     */
    Objection refused(RefusalReason reason, String reasons, String by, Instant contestUntil, Instant at) {
        allowIn("refused.moved.refused", ASSESSMENT, CONTESTED);
        boolean isFinal = contested && (refusedFor == null || refusedFor == reason);
        return edit().state(REFUSED)
                .contested(isFinal)
                .adopted(adopted || contested)
                .refusedFor(reason)
                .refusal(reasons)
                .assessedBy(by)
                .dueAt(isFinal ? null : contestUntil)
                .settledAt(isFinal ? at : null)
                .build();
    }

    Objection contested(Instant due) {
        allow(CustomerStep.CONTEST, "refused.moved.appealed");
        return edit().state(CONTESTED)
                .contested(true)
                .appeals(appeals + 1)
                .dueAt(due)
                .pendingMessage(PendingMessage.CONTESTED)
                .build();
    }

    /** A contact of its customer answers in it. What is written after a refusal is no appeal, and takes nothing. */
    Objection adoptedByItsCustomer() {
        return state == REFUSED || !isNobodysOwn() ? this : edit().adopted(true).build();
    }

    /** Something that its customer is said to have written is added to it. Whoever recorded it may be wrong, so it makes nothing the customer's own. */
    Objection joined(Instant at) {
        return joinedAt != null ? this : edit().joinedAt(at).build();
    }

    /** The time to contest is over. */
    Objection refusedForGood(Instant at) {
        allowIn("refused.moved.closed-as-refused", REFUSED);
        return edit().dueAt(null).settledAt(at).build();
    }

    /** @param until null where its final refusal leaves no time of its own to object to the change as amended */
    Objection leaving(Deadline until) {
        return edit().mayObjectUntil(until == null ? null : until.endsAt()).build();
    }

    /** Whether its refusal clears nothing: it was refused for its grounds, or before the kind of reason was kept, and none are asked for. */
    public boolean standsThoughRefused(NoticePolicy policy) {
        return state == REFUSED && wouldStand(policy);
    }

    /** Whether a refusal for the reason it was refused for clears nothing; an appeal may be refused for another one. */
    boolean wouldStand(NoticePolicy policy) {
        boolean judgedByGrounds = refusedFor == null || refusedFor == RefusalReason.GROUNDS;
        return judgedByGrounds && !policy.groundsRequired();
    }

    Objection offered(Offer made, Instant answerUntil) {
        allowIn("refused.moved.given-an-offer", AWAITING_OFFER);
        return edit().state(OFFERED)
                .offer(made)
                .offers(made.number())
                .dueAt(answerUntil)
                .pendingMessage(null)
                .build();
    }

    Objection accepted(Instant at) {
        allow(CustomerStep.ACCEPT, "refused.moved.settled-by-accepting-the-offer");
        ObjectionState next = offer.cure() == Cure.EXEMPTION ? EXEMPTED : RESOLVED;
        return edit().state(next)
                .dueAt(null)
                .settledAt(at)
                .pendingMessage(PendingMessage.ANSWERED)
                .build();
    }

    /** Whether its customer is exempted without a last day. */
    public boolean isExemptedWithoutEnd() {
        return state == EXEMPTED && offer.until() == null;
    }

    /** The customer wants something else; legal has the turn again. */
    Objection repliedTo(Instant offerDue) {
        allowIn("refused.moved.answered", OFFERED);
        return edit().state(AWAITING_OFFER)
                .dueAt(offerDue)
                .pendingMessage(PendingMessage.ANSWERED)
                .build();
    }

    /** No agreement: the customer may end affected orders. */
    Objection remedied(Instant electUntil, boolean byCustomer) {
        allowIn("refused.moved.left-without-an-agreement", OFFERED, AWAITING_OFFER);
        return edit().state(TERMINATION_OFFERED)
                .dueAt(electUntil)
                .pendingMessage(byCustomer ? PendingMessage.ANSWERED : null)
                .build();
    }

    /** No agreement, and the policy states no remedy. */
    Objection notAgreed(Instant at) {
        allowIn("refused.moved.closed-without-an-agreement", OFFERED, AWAITING_OFFER);
        return edit().state(NOT_AGREED).dueAt(null).settledAt(at).build();
    }

    /** @param leaves when the last of the orders chosen has ended */
    Objection elected(Instant leaves) {
        allow(CustomerStep.ELECT, "refused.moved.ended-by-a-termination");
        return edit().state(TERMINATING)
                .leavesAt(leaves)
                .dueAt(null)
                .pendingMessage(PendingMessage.ELECTED)
                .build();
    }

    /** The customer's time counted anew from when its letter reached it. @param until null while that has reached nobody */
    Objection until(Instant until) {
        allowIn("refused.moved.given-another-last-day", OFFERED, REFUSED, TERMINATION_OFFERED);
        return edit().dueAt(until).build();
    }

    /** Whether the customer has the turn and its time has not started: the letter that starts it has reached nobody. */
    public boolean isUnreached() {
        boolean customersTurn = state == OFFERED || state == REFUSED || state == TERMINATION_OFFERED;
        return customersTurn && !isSettled() && dueAt == null;
    }

    Objection lapsed(Instant at) {
        allowIn("refused.moved.closed-as-lapsed", TERMINATION_OFFERED);
        return edit().state(LAPSED).dueAt(null).settledAt(at).build();
    }

    Objection terminated(Instant at) {
        allowIn("refused.moved.closed-as-terminated", TERMINATING);
        return edit().state(TERMINATED).settledAt(at).build();
    }

    Objection withdrawn(Instant at) {
        allow(CustomerStep.WITHDRAW, "refused.moved.withdrawn");
        return edit().state(WITHDRAWN)
                .dueAt(null)
                .settledAt(at)
                .pendingMessage(PendingMessage.WITHDRAWN)
                .build();
    }

    /** The change was given up; a termination that was elected goes on. */
    Objection moot(Instant at) {
        if (isSettled() || state == TERMINATING) {
            throw refuse("refused.moved.closed-as-moot");
        }
        return edit().state(MOOT)
                .dueAt(null)
                .settledAt(at)
                .pendingMessage(PendingMessage.MOOT)
                .build();
    }

    Objection leftOut(Instant at) {
        return edit().leftOutAt(at).build();
    }

    Objection inRound(int next) {
        return edit().round(next).again(false).leftOutAt(null).build();
    }

    public Objection heard() {
        return edit().pendingMessage(null).build();
    }

    /** @throws Refused when its customer may not take that step as it stands */
    Objection allow(CustomerStep step, String move) {
        if (!steps().contains(step)) {
            throw refuse(move);
        }
        return this;
    }

    private void allowIn(String move, ObjectionState... states) {
        if (isSettled() || !Arrays.asList(states).contains(state)) {
            throw refuse(move);
        }
    }

    private Refused refuse(String move) {
        return Refused.conflict("refused.objection.moved-on", reference, Phrase.of(move), stands());
    }

    private Phrase stands() {
        return Phrase.of(
                isSettled() ? "refused.objection.closed" : "refused.objection.stands",
                Phrase.of("refused.objection.state." + state));
    }

    private ObjectionBuilder edit() {
        return ObjectionBuilder.builder(this);
    }
}
