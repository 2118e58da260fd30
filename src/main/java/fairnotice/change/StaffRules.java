package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.refusal.Refused;

/** Who may take which step of a change (invariant 6: no step is decided by the person who proposed it). */
final class StaffRules {

    private StaffRules() {}

    /** Any member of staff but an auditor may propose, withdraw and amend. */
    static void mustBeStaff(Actor actor) {
        boolean works = actor.is(Role.LEGAL) || actor.is(Role.ADMIN) || actor.is(Role.FINANCE);
        refuseUnless(
                works || actor.equals(Actor.SYSTEM), "Only the publisher's staff can do this; auditors only read.");
    }

    static void mayReview(VendorChange change, Actor actor) {
        refuseUnless(actor.is(Role.LEGAL), "A review is for the legal group.");
        refuseUnless(
                !isProposer(change, actor),
                "You proposed this change; somebody else of the legal group must review it.");
    }

    static void mayApproveSecond(VendorChange change, Actor actor) {
        refuseUnless(
                actor.is(Role.LEGAL) || actor.is(Role.ADMIN),
                "A second approval is for the legal group or an administrator.");
        refuseUnless(
                !isProposer(change, actor)
                        && !actor.id().equals(change.round().review().reviewer()),
                "A second approval needs a third person: neither who proposed the change nor who reviewed it.");
    }

    static void mayDecide(VendorChange change, Actor actor) {
        refuseUnless(actor.is(Role.LEGAL), "This decision is for the legal group.");
        refuseUnless(!isProposer(change, actor), "You proposed this change; somebody else must decide its go-live.");
    }

    private static boolean isProposer(VendorChange change, Actor actor) {
        return change.round().proposedBy().equals(actor.id());
    }

    private static void refuseUnless(boolean allowed, String sentence) {
        if (!allowed) {
            throw Refused.notAllowed(sentence);
        }
    }
}
