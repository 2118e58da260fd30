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
            throw Refused.conflict(
                    "The change " + change.reference()
                            + " was withdrawn: there is nothing to object to any more, and the vendor will not be used under it.");
        }
        if (state == ChangeState.UNLISTED) {
            throw Refused.conflict("The change " + change.reference()
                    + " is recorded without personal data: its vendor gets no personal data under it, so there is nothing to"
                    + " object to any more.");
        }
    }
}
