package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.refusal.Refused;
import java.util.List;

/** Who of the staff may take which step of a case. */
final class CaseRules {

    static final int MOST_FROM_CUSTOMER = 200;

    private CaseRules() {}

    static void mustBeLegal(Actor actor) {
        if (!actor.is(Role.LEGAL)) {
            throw Refused.notAllowed("Objections are worked by the legal group.");
        }
    }

    /** A contested refusal is looked at by somebody else than who refused. */
    static void mayAssess(Objection objection, Actor actor) {
        mustBeLegal(actor);
        if (!isAssessor(objection, actor)) {
            throw Refused.notAllowed(
                    "You refused this objection; somebody else of the legal group must look at it again.");
        }
    }

    /** A case is no mailbox: beyond so many messages the customer is asked to write by e-mail, where everything is read too. */
    static void mayStillWrite(List<ThreadMessage> thread) {
        if (thread.stream().filter(ThreadMessage::isFromCustomer).count() >= MOST_FROM_CUSTOMER) {
            throw Refused.conflict("You have written " + MOST_FROM_CUSTOMER
                    + " messages in this case, which is as many as fit. Please answer one of our e-mails instead.");
        }
    }

    static boolean isAssessor(Objection objection, Actor actor) {
        return objection.state() != ObjectionState.CONTESTED || !actor.id().equals(objection.assessedBy());
    }
}
