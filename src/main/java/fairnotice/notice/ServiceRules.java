package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.change.VendorChange;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may record that a customer was served by letter or in person: that starts its periods, on the word of whoever records it. */
public final class ServiceRules {

    static final TwoPeople AUTHOR_AND_SERVICE = new TwoPeople(
            Set.of(Role.LEGAL),
            "refused.group.legal",
            "refused.did.wrote-change",
            "refused.wanted.record-service",
            true);

    static final TwoPeople RECORDED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.recorded-service", "refused.wanted.same-day", true);

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

    /** Whether the service counts as this person records it, who {@link #mayServe may} record it. */
    static boolean isConfirmedBy(VendorChange change, StatedService service, Actor actor, Colleagues colleagues) {
        return Refused.reason(() -> mayConfirm(change, service, actor, colleagues))
                .isEmpty();
    }

    static void mayConfirm(VendorChange change, StatedService service, Actor actor, Colleagues colleagues) {
        ReachingCustomer.mustBeLegal(actor, change.register());
        RECORDED_AND_CONFIRMED.check(actor, Set.of(service.by()), change.register(), colleagues);
    }

    /** Whom the service waits for: neither who recorded it nor an author of the change. */
    static Optional<Phrase> vacancy(VendorChange change, StatedService service, Colleagues colleagues) {
        Set<String> barred = new TreeSet<>(change.round().authors());
        barred.add(service.by());
        return RECORDED_AND_CONFIRMED.vacancy(barred, change.register(), colleagues);
    }
}
