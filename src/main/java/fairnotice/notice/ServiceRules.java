package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.change.VendorChange;
import java.util.Set;

/** Who may record that a customer was served by letter or in person: that starts its periods, on the word of whoever records it. */
public final class ServiceRules {

    static final TwoPeople AUTHOR_AND_SERVICE = new TwoPeople(
            Set.of(Role.LEGAL),
            "the legal group",
            "proposed or amended this change",
            "somebody else of the legal group must record what was served under it",
            true);

    private ServiceRules() {}

    /**
     * @param change that the notice, or the case of the letter, is about
     * @return whether this person may only because there is nobody else; the ledger says so
     */
    public static boolean isSingleHanded(VendorChange change, Actor actor, Colleagues colleagues) {
        return AUTHOR_AND_SERVICE.isSingleHanded(actor, change.round().authors(), change.register(), colleagues);
    }

    /** @param change that the notice, or the case of the letter, is about */
    public static void mayServe(VendorChange change, Actor actor, Colleagues colleagues) {
        ReachingCustomer.mustBeLegal(actor, change.register());
        AUTHOR_AND_SERVICE.check(actor, change.round().authors(), change.register(), colleagues);
    }
}
