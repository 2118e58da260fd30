package fairnotice.objection;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.refusal.Refused;

/** A change of which nothing comes any more, so that there is nothing to object to. */
final class GivenUpChange {

    private GivenUpChange() {}

    /** @throws Refused when the change was given up, with what became of it */
    static void refuse(VendorChange change) {
        ChangeState state = change.state();
        if (state == ChangeState.WITHDRAWN || state == ChangeState.REJECTED) {
            throw Refused.conflict("refused.objection.change-withdrawn", change.reference());
        }
        if (state == ChangeState.UNLISTED) {
            throw Refused.conflict("refused.objection.change-unlisted", change.reference());
        }
    }
}
