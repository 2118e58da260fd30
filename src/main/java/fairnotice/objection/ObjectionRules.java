package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.change.VendorChange;
import fairnotice.refusal.Refused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who of the staff may take which step of a case. */
final class ObjectionRules {

    static final int MOST_FROM_CUSTOMER = 200;

    static final TwoPeople REFUSED_AND_APPEAL = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.refused", "refused.wanted.look-again", false);

    static final TwoPeople AUTHOR_AND_REJECTION = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.wrote-or-recorded", "refused.wanted.reject", true);

    static final TwoPeople MATCHED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.matched", "refused.wanted.match", true);

    private ObjectionRules() {}

    static void mustBeLegal(Actor actor, Objection objection) {
        if (!actor.holds(Role.LEGAL, objection.register())) {
            throw Refused.notAllowed("refused.objection.legal");
        }
    }

    /** A contested refusal is looked at by somebody else than who refused. */
    static void mayAssess(Objection objection, Actor actor, Colleagues colleagues) {
        mustBeLegal(actor, objection);
        REFUSED_AND_APPEAL.check(actor, refused(objection), objection.register(), colleagues);
    }

    /**
     * An objection is refused, declined or taken for a comment by nobody who wrote what it objects to, or wrote the objection down: one person could
     * else make up an objection of a customer and use up its right by refusing it. Who may do so by its state is asked besides.
     */
    static void mayReject(VendorChange change, Objection objection, Actor actor, Colleagues colleagues) {
        mustBeLegal(actor, objection);
        AUTHOR_AND_REJECTION.check(actor, barredFromRejecting(change, objection), objection.register(), colleagues);
    }

    /** Whether this person rejects it only because there is nobody else; the ledger says so. */
    static boolean isSingleHanded(VendorChange change, Objection objection, Actor actor, Colleagues colleagues) {
        return AUTHOR_AND_REJECTION.isSingleHanded(
                actor, barredFromRejecting(change, objection), change.register(), colleagues);
    }

    private static Set<String> barredFromRejecting(VendorChange change, Objection objection) {
        Set<String> barred = new TreeSet<>(change.round().authors());
        if (objection.filing().recordedBy() != null) {
            barred.add(objection.filing().recordedBy());
        }
        return barred;
    }

    /** What one person stated of whose it is counts as this person states the same, who is another and wrote nothing of what it objects to. */
    static void mayConfirmMatch(
            VendorChange change, Objection objection, StatedMatch first, Actor actor, Colleagues colleagues) {
        mustBeLegal(actor, objection);
        MATCHED_AND_CONFIRMED.check(actor, barredFromMatching(change, first), objection.register(), colleagues);
    }

    static Set<String> barredFromMatching(VendorChange change, StatedMatch first) {
        Set<String> barred = new TreeSet<>(change.round().authors());
        barred.add(first.by());
        return barred;
    }

    /** Who refused what is contested; nobody of an objection that is not. */
    static Set<String> refused(Objection objection) {
        return objection.state() == ObjectionState.CONTESTED && objection.assessedBy() != null
                ? Set.of(objection.assessedBy())
                : Set.of();
    }

    /** A case is no mailbox: beyond so many messages the customer is asked to write by email, where everything is read too. */
    static void mayStillWrite(List<ThreadMessage> thread) {
        if (thread.stream().filter(ThreadMessage::isFromCustomer).count() >= MOST_FROM_CUSTOMER) {
            throw Refused.conflict("refused.objection.too-many-messages", MOST_FROM_CUSTOMER);
        }
    }
}
