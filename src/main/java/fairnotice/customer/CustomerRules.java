package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.refusal.Refused;
import java.util.Set;

/** Who writes customers' data: money is counted from it, and codes are mailed by it. */
final class CustomerRules {

    static final TwoPeople CHANGED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "the administrators",
            "changed this customer",
            "another administrator must confirm that before open cases and new notices rest on it",
            false);

    static final TwoPeople CONTACTS_CHANGED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "the administrators",
            "changed the contacts of this customer",
            "another administrator must confirm that before the contacts before it are written to no more",
            true);

    static final TwoPeople ADDED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "the administrators",
            "added this customer",
            "another administrator must confirm its terms and the changes shown to it before notices rest on them",
            true);

    private CustomerRules() {}

    static void mayWrite(Actor actor, String register) {
        refuseUnless(
                actor.holds(Role.ADMIN, register) || actor.equals(Actor.SYSTEM),
                "Customers, their contacts, orders and payments are written by administrators.");
    }

    static void mayConfirm(Actor actor, String register) {
        refuseUnless(actor.holds(Role.ADMIN, register), "A change of a customer is confirmed by an administrator.");
    }

    /** Contacts that these people changed count without anybody else, where neither a notice nor a case of the customer runs. */
    static void contactsCount(Actor actor, UnconfirmedChange change, String register, Colleagues colleagues) {
        mayConfirm(actor, register);
        CONTACTS_CHANGED_AND_CONFIRMED.check(actor, change.changedBy(), register, colleagues);
    }

    /** What makes the notices of a customer that these people added less than promised counts without anybody else. */
    static void firstTermsCount(Actor actor, UnconfirmedChange change, String register, Colleagues colleagues) {
        mayConfirm(actor, register);
        ADDED_AND_CONFIRMED.check(actor, change.changedBy(), register, colleagues);
    }

    /** Legal puts an address right where a message did not arrive. */
    static void mayCorrectAddress(Actor actor, String register) {
        refuseUnless(
                actor.scope(Role.ADMIN, Role.LEGAL).includes(register),
                "Addresses are put right by the legal group or an administrator.");
    }

    private static void refuseUnless(boolean allowed, String sentence) {
        if (!allowed) {
            throw Refused.notAllowed(sentence);
        }
    }
}
