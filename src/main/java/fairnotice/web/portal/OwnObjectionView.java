package fairnotice.web.portal;

import fairnotice.calendar.Deadline;
import fairnotice.objection.CustomerStep;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Offer;
import fairnotice.objection.OfferTerms;
import fairnotice.objection.RefusalReason;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.Submission;
import fairnotice.objection.Withdrawal;
import fairnotice.register.NoticePolicy.Remedy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case as its customer reads it: nothing of what only staff see.
 *
 * @param situation end of the key of the words that say where it stands
 * @param turn whose it is to act
 * @param until the last day for that, in the policy's zone; null when nobody has to act
 * @param groundedBy the last day for the answer if the grounds come by then; null where they are not awaited, and once it is over
 * @param overdue whether the publisher should have acted by now
 * @param offer the one that waits for an answer, or was accepted; null for none
 * @param offers how many offers there were
 * @param replacedOffer the day of the earlier offer that the one that waits replaces, in the policy's zone; null for none
 * @param terms what that offer means in days; null for none
 * @param refusal why it was refused; null when it was not
 * @param overturned whether that refusal no longer counts, because it was overturned on appeal
 * @param refusedFor what kind of reason that is; null when it was not refused, or the kind was not kept
 * @param alsoSettled numbers of the earlier cases that its agreement settles as well, or would
 * @param replacedExemption number of the case whose exemption its agreement takes the place of, or would; null for none
 * @param nobodysOwn whether none of the customer's contacts filed it, or has answered in it
 * @param groundsMissing whether the policy requires grounds and none were given
 * @param groundsBy the last day on which they may still come; null once it is over, and while no clock has started
 */
record OwnObjectionView(
        String reference,
        String situation,
        ObjectionState state,
        boolean settled,
        Submission filing,
        Instant receivedAt,
        boolean late,
        LocalDate windowLastDay,
        Turn turn,
        LocalDate until,
        LocalDate groundedBy,
        boolean overdue,
        Offer offer,
        int offers,
        LocalDate replacedOffer,
        OfferTerms terms,
        String refusal,
        boolean overturned,
        RefusalReason refusedFor,
        boolean nobodysOwn,
        boolean groundsMissing,
        LocalDate groundsBy,
        ZoneId zone,
        List<Line> thread,
        Set<CustomerStep> steps,
        List<String> alsoSettled,
        String replacedExemption) {

    private static final Set<String> ANSWERED_BY =
            Set.of("ASSESSMENT", "ASSESSMENT_AGAIN", "CONTESTED", "AWAITING_OFFER", "AWAITING_ANOTHER_OFFER");

    /** Whose turn it is. */
    enum Turn {
        CUSTOMER,
        PUBLISHER,
        NOBODY
    }

    /** One public message. @param author as the customer knows them @param deed end of the key of the words for what it does */
    record Line(Instant at, String author, String deed, String text, List<StoredAttachment> attachments) {}

    public boolean may(CustomerStep step) {
        return steps.contains(step);
    }

    /** @param objection as of now, see {@link fairnotice.objection.ReadingObjection#asOfNow} */
    static OwnObjectionView of(
            Objection objection,
            Optional<OfferTerms> terms,
            Optional<LocalDate> replacedOffer,
            boolean groundsRequired,
            ZoneId zone,
            List<Line> thread,
            List<String> alsoSettled,
            Optional<String> replacedExemption,
            Instant now) {
        Turn turn = turn(objection);
        boolean offered = objection.state() == ObjectionState.OFFERED
                || objection.state() == ObjectionState.RESOLVED
                || objection.state() == ObjectionState.EXEMPTED;
        Instant due = turn == Turn.NOBODY ? null : objection.dueAt();
        return new OwnObjectionView(
                objection.reference(),
                situation(objection, terms, now),
                objection.state(),
                objection.isSettled(),
                objection.filing(),
                objection.receivedAt(),
                objection.late(),
                lastDay(objection.windowClosesAt(), zone),
                turn,
                lastDay(due, zone),
                objection.isAnsweredAfterGrounds() && now.isBefore(objection.answerDueAt())
                        ? lastDay(objection.answerDueAt(), zone)
                        : null,
                due != null && !now.isBefore(due),
                offered ? objection.offer() : null,
                objection.offers(),
                replacedOffer
                        .filter(day -> objection.state() == ObjectionState.OFFERED)
                        .orElse(null),
                terms.filter(any -> offered).orElse(null),
                objection.refusal(),
                objection.isRefusalOverturned(),
                objection.refusedFor(),
                objection.isNobodysOwn(),
                groundsRequired && !objection.isSettled() && objection.filing().grounds() == Grounds.NOT_GIVEN,
                objection.windowClosesAt() != null && now.isBefore(objection.windowClosesAt())
                        ? lastDay(objection.windowClosesAt(), zone)
                        : null,
                zone,
                thread,
                objection.steps(),
                alsoSettled,
                replacedExemption.orElse(null));
    }

    private static String situation(Objection objection, Optional<OfferTerms> terms, Instant now) {
        return switch (objection.state()) {
            case ASSESSMENT -> objection.isToBeAdmittedAnew() ? "ASSESSMENT_AGAIN" : "ASSESSMENT";
            case AWAITING_OFFER -> objection.offers() > 0 ? "AWAITING_ANOTHER_OFFER" : "AWAITING_OFFER";
            case REFUSED -> refused(objection);
            case EXEMPTED -> exempted(objection, terms);
            case TERMINATING -> now.isBefore(objection.leavesAt()) ? "TERMINATING" : "TERMINATING_ENDED";
            case TERMINATED -> now.isBefore(objection.leavesAt()) ? "TERMINATED_AHEAD" : "TERMINATED";
            default -> objection.state().name();
        };
    }

    private static String exempted(Objection objection, Optional<OfferTerms> terms) {
        if (objection.isExemptedWithoutEnd()) {
            return "EXEMPTED_WITHOUT_END";
        }
        return terms.filter(OfferTerms::over).isPresent() ? "EXEMPTION_OVER" : "EXEMPTED";
    }

    private static String refused(Objection objection) {
        if (!objection.isSettled()) {
            return "REFUSED";
        }
        return objection.contested() ? "REFUSED_AGAIN" : "REFUSED_FINALLY";
    }

    /** What was agreed instead of using the vendor for this customer; null when nothing was. */
    public OfferTerms exemption() {
        return state == ObjectionState.EXEMPTED ? terms : null;
    }

    /** The end of the key of the words for what is offered, or was agreed. */
    public String cure() {
        return terms == null ? offer.cure().name() : terms.word();
    }

    /** Whether it was refused because of its sender, and that still counts. */
    public boolean refusedForSender() {
        return refusedFor == RefusalReason.NOT_ENTITLED && state == ObjectionState.REFUSED;
    }

    /** Whether it was refused on other grounds while nobody at the customer had made it its own, and that still counts. */
    public boolean refusedUnadopted() {
        return nobodysOwn && state == ObjectionState.REFUSED && !refusedForSender();
    }

    /** Whether its customer makes it its own by answering in it. */
    public boolean adoptedByAnswer() {
        return nobodysOwn && !settled && state != ObjectionState.REFUSED;
    }

    /** Whether a contact of the customer has made it the customer's own, by appealing a refusal because of its sender. */
    public boolean adopted() {
        return refusedFor == RefusalReason.NOT_ENTITLED && state == ObjectionState.CONTESTED;
    }

    /** The end of the key of the words for when it is answered while the grounds may still come; empty otherwise. */
    public String awaitingGrounds() {
        boolean awaited =
                situation.equals("ASSESSMENT") && groundsMissing && groundsBy != null && groundsBy.isBefore(until);
        return !awaited ? "" : groundedBy == null ? ".grounds-awaited" : ".grounds";
    }

    /** Whether the last day for the grounds has passed without any, so that it can be refused for that. */
    public boolean groundsOver() {
        return state == ObjectionState.ASSESSMENT && groundsMissing && groundsBy == null && windowLastDay != null;
    }

    /** What the customer loses by withdrawing it as it stands. */
    public Withdrawal lost(Remedy remedy) {
        return Withdrawal.of(state, remedy);
    }

    /** Whether the publisher's answer or offer should have come by now. */
    public boolean answerOverdue() {
        return overdue && ANSWERED_BY.contains(situation);
    }

    private static Turn turn(Objection objection) {
        if (objection.isSettled()) {
            return Turn.NOBODY;
        }
        return switch (objection.state()) {
            case OFFERED, REFUSED, TERMINATION_OFFERED -> Turn.CUSTOMER;
            default -> Turn.PUBLISHER;
        };
    }

    private static LocalDate lastDay(Instant endsAt, ZoneId zone) {
        return endsAt == null ? null : Deadline.endingAt(endsAt, zone).lastDay();
    }
}
