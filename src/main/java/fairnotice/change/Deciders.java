package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may decide the go-live of a change: somebody of the legal group who wrote no round of it. */
@Service
public class Deciders {

    private final StaffDirectory staff;

    Deciders(StaffDirectory staff) {
        this.staff = staff;
    }

    /** @throws Refused when this person may not */
    @Transactional(readOnly = true)
    public void check(VendorChange change, Actor actor) {
        StaffRules.mayDecide(change, actor, staff.colleagues());
    }

    /** Why this person may not. */
    public Optional<Phrase> obstacle(VendorChange change, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> StaffRules.mayDecide(change, actor, colleagues));
    }

    /** Whether this person decides about their own proposal, as the only one of the legal group. */
    @Transactional(readOnly = true)
    public boolean isSingleHanded(VendorChange change, Actor actor) {
        return StaffRules.AUTHOR_AND_DECIDER.isSingleHanded(
                actor, change.round().authors(), change.register(), staff.colleagues());
    }

    /** Whom the decision waits for, when nobody who is there now may take it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(VendorChange change) {
        return StaffRules.AUTHOR_AND_DECIDER.vacancy(change.round().authors(), change.register(), staff.colleagues());
    }
}
