package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.objection.Objection;

/** Who may complete which task; the same people are the only ones who see it. */
final class TaskRules {

    private TaskRules() {}

    static boolean mayComplete(Task task, VendorChange change, Actor actor) {
        boolean inGroup = task.kind().groups().stream().anyMatch(actor::is);
        Round round = change.round();
        boolean proposed = round.proposedBy().equals(actor.id());
        return switch (task.kind()) {
            case REVIEW_CHANGE, DECIDE_GO_LIVE -> inGroup && !proposed;
            case APPROVE_SECOND ->
                inGroup && !proposed && !actor.id().equals(round.review().reviewer());
            case REVISE_CHANGE -> proposed;
            case REACH_CUSTOMER -> inGroup;
            default -> false;
        };
    }

    /**
     * A contested refusal is for another reviewer.
     *
     * @param contested the objection whose refusal is to be looked at again; null for any other task about an objection
     */
    static boolean mayAssess(Task task, Objection contested, Actor actor) {
        boolean inGroup = task.kind().groups().stream().anyMatch(actor::is);
        return inGroup && (contested == null || !actor.id().equals(contested.assessedBy()));
    }
}
