package fairnotice.web.workspace;

import fairnotice.objection.ObjectionState;
import fairnotice.register.ChangeKind;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One objection in a list.
 *
 * @param change reference of the change
 * @param who its customer's name; while it is to be matched, for whom its sender says to write
 * @param customer null while it is to be matched
 * @param anew whether it was filed after a final refusal and is not admitted as new, so that it holds nothing up
 * @param dueAt by when whoever has the turn is to act; null when nobody has, and while it is the customer's and the letter that starts its
 *     time has reached nobody
 */
public record ObjectionLine(
        String reference,
        String change,
        ChangeKind kind,
        String name,
        String who,
        Long customer,
        ObjectionState state,
        boolean late,
        boolean leftOut,
        boolean anew,
        Instant receivedAt,
        Instant dueAt,
        boolean overdue,
        ZoneId zone) {

    public boolean isUnmatched() {
        return state == ObjectionState.UNMATCHED;
    }
}
