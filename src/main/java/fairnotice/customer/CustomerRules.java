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
            "refused.group.admin",
            "refused.did.changed-customer",
            "refused.wanted.confirm-customer",
            false);

    static final TwoPeople CONTACTS_CHANGED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "refused.group.admin",
            "refused.did.changed-contacts",
            "refused.wanted.confirm-contacts",
            true);

    static final TwoPeople ADDED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "refused.group.admin",
            "refused.did.added-customer",
            "refused.wanted.confirm-terms",
            true);

    private CustomerRules() {}

    static void mayWrite(Actor actor, String register) {
        refuseUnless(writes(actor, register), "refused.customer.administrators");
    }

    static boolean writes(Actor actor, String register) {
        return actor.holds(Role.ADMIN, register) || actor.equals(Actor.SYSTEM);
    }

    static void mayConfirm(Actor actor, String register) {
        refuseUnless(actor.holds(Role.ADMIN, register), "refused.customer.confirm");
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
        refuseUnless(actor.scope(Role.ADMIN, Role.LEGAL).includes(register), "refused.customer.addresses");
    }

    private static void refuseUnless(boolean allowed, String key) {
        if (!allowed) {
            throw Refused.notAllowed(key);
        }
    }
}
