package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.NoticeStanding.Objections;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Remedy;
import java.util.Optional;

/**
 * What a letter says of another objection of its customer: the same sentences as its page, by their keys.
 *
 * @param is what it would be, and what it stops
 * @param missed whether it is still to be said that a missed answer never counts against the customer
 * @param window until when it is in time, or that it is late; null where neither is to be said
 * @param until the last day of that; null without one
 * @param refused for what it can be refused, and what follows then
 * @param inUse that a final refusal lets a change apply again which is in effect; null where it does not apply, or nothing lets it
 * @param remedy what follows where no solution is found; null where an earlier objection stands, whatever becomes of another
 */
record AnotherObjection(
        String is, boolean missed, String window, Deadline until, String refused, String inUse, String remedy) {

    /** Empty where the letter says nothing of it, and where there is nothing to object to. */
    static Optional<AnotherObjection> in(ObjectionEmail letter, ObjectionContext context) {
        boolean leaves = letter.saysDataAfterEnd() && context.leavesOthers();
        boolean says = letter.saysWhatAnotherIs() || letter.isAboutEndOfExemption() || leaves;
        Optional<NoticeStanding> standing = says ? context.standing() : Optional.empty();
        Objections to = standing.map(NoticeStanding::objections).orElse(null);
        if (!says || to == Objections.NONE || to == Objections.NOT_ENTITLED) {
            return Optional.empty();
        }
        boolean stands = context.stands();
        boolean admittedFirst = !stands && context.isFollowedOnceAdmitted();
        boolean inTime = to == Objections.IN_TIME;
        boolean dated = inTime && !leaves && standing.orElseThrow().start() != null;
        NoticePolicy policy = context.policy();
        boolean applies = letter != ObjectionEmail.EXEMPTION_ENDS && applies(context);
        String modify = modify(context.change());
        boolean inUse = applies && !stands && !admittedFirst && policy.groundsRequired();
        return Optional.of(new AnotherObjection(
                letter.isAboutEndOfExemption() && !stands && !admittedFirst
                        ? "objection.letter.exemption.another"
                        : is(stands, admittedFirst, leaves),
                stands || admittedFirst,
                dated ? "portal.object.again.open" : to == Objections.LATE ? "portal.object.late" : null,
                dated ? standing.orElseThrow().dates().objectionsClose() : null,
                "portal.object.another."
                        + (inTime && !admittedFirst && !policy.groundsRequired() ? "admitted" : "refused"),
                inUse ? "portal.object.meanwhile.in-use" + modify : null,
                stands ? null : remedy(policy.remedy(), applies, modify)));
    }

    private static String is(boolean stands, boolean admittedFirst, boolean leaves) {
        if (stands) {
            return "portal.object.closed.not-agreed";
        }
        return "portal.object.closed" + (admittedFirst ? "" : leaves ? ".terminated" : ".new");
    }

    /** Whether the change is in effect for the customer, so that another objection would stop it. */
    private static boolean applies(ObjectionContext context) {
        boolean exempted = context.objection().state() == ObjectionState.EXEMPTED
                && context.terms().filter(terms -> !terms.over()).isPresent();
        return context.isInEffect()
                && !exempted
                && !context.stands()
                && context.keptAway().isEmpty();
    }

    private static String remedy(Remedy remedy, boolean applies, String modify) {
        return "portal.another.remedy." + remedy + (remedy == Remedy.NONE ? (applies ? ".in-use" : "") + modify : "");
    }

    private static String modify(VendorChange change) {
        return change.proposal().kind() == ChangeKind.MODIFY ? ".MODIFY" : "";
    }
}
