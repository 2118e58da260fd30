package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;

/** Who may complete which task; the same people are the only ones who see it (design section 8). */
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
}
