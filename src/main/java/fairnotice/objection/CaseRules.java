package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.refusal.Refused;

/** Who of the staff may take which step of a case. */
final class CaseRules {

    private CaseRules() {}

    static void mustBeLegal(Actor actor) {
        if (!actor.is(Role.LEGAL)) {
            throw Refused.notAllowed("Objections are worked by the legal group.");
        }
    }

    /** A contested refusal is looked at by somebody else than who refused (design section 4). */
    static void mayAssess(Objection objection, Actor actor) {
        mustBeLegal(actor);
        if (!isAssessor(objection, actor)) {
            throw Refused.notAllowed(
                    "You refused this objection; somebody else of the legal group must look at it again.");
        }
    }

    static boolean isAssessor(Objection objection, Actor actor) {
        return objection.state() != ObjectionState.CONTESTED || !actor.id().equals(objection.assessedBy());
    }
}
