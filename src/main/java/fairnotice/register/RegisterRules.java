package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.refusal.Refused;
import java.util.Set;

/** Who keeps registers, and what nobody does alone once customers were told of a change: what is promised, and where their answers go. */
final class RegisterRules {

    static final TwoPeople ASKED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "refused.group.admin",
            "refused.did.asked-register",
            "refused.wanted.confirm-register",
            true);

    private RegisterRules() {}

    /** A register that there is not yet is of all, or of none. */
    static void onlyAdministrators(Actor actor) {
        if (!actor.holdsForAll(Role.ADMIN)) {
            throw Refused.notAllowed("refused.register.administrators");
        }
    }

    static void mayChange(Actor actor, String register) {
        if (!actor.holds(Role.ADMIN, register)) {
            throw Refused.notAllowed("refused.register.administrators-of");
        }
    }

    static void mayConfirm(Actor actor, RegisterRequest request, Colleagues colleagues) {
        mayChange(actor, request.register());
        ASKED_AND_CONFIRMED.check(actor, Set.of(request.askedBy()), request.register(), colleagues);
    }

    static boolean isSingleHanded(Actor actor, RegisterRequest request, Colleagues colleagues) {
        return ASKED_AND_CONFIRMED.isSingleHanded(actor, Set.of(request.askedBy()), request.register(), colleagues);
    }

    /** Whoever asked takes it back; anybody else refuses it. */
    static boolean isTakenBack(Actor actor, RegisterRequest request) {
        return actor.id().equals(request.askedBy());
    }
}
