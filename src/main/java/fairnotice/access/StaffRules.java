package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Duration;
import java.util.Set;

/** Who gives accounts, and what nobody does alone: whoever made a second self could take both steps everywhere. */
final class StaffRules {

    static final TwoPeople ASKED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "refused.group.admin",
            "refused.did.asked-staff",
            "refused.wanted.confirm-staff",
            false);

    /** An administrator who was made inactive, or lost the role, counts as there for so long: nobody becomes the only one by that. */
    static final Duration STILL_THERE = Duration.ofDays(14);

    static final Duration NOW = Duration.ZERO;

    /** For what is of no register, only a role for all counts. */
    private static final String NO_REGISTER = null;

    private StaffRules() {}

    static void mayRead(Actor actor) {
        if (!actor.scope(Role.ADMIN, Role.AUDITOR).all()) {
            throw Refused.notAllowed("refused.staff.readers");
        }
    }

    static void onlyAdministrators(Actor actor) {
        if (!isAdministrator(actor)) {
            throw Refused.notAllowed("refused.staff.administrators");
        }
    }

    static boolean isAdministrator(Actor actor) {
        return actor.holdsForAll(Role.ADMIN) || actor.equals(Actor.SYSTEM);
    }

    /** Sessions and the like of an account are kept by its owner and by administrators. */
    static void mayKeep(String username, Actor actor) {
        if (!actor.id().equals(username)) {
            onlyAdministrators(actor);
        }
    }

    static boolean keeps(String username, Actor actor) {
        return actor.id().equals(username) || isAdministrator(actor);
    }

    static void mayConfirm(Actor actor, Requested request, Colleagues colleagues) {
        onlyAdministrators(actor);
        ASKED_AND_CONFIRMED.check(actor, Set.of(request.askedBy()), NO_REGISTER, colleagues);
    }

    /** Whoever asked takes it back; anybody else refuses it. */
    static boolean isTakenBack(Actor actor, StaffRequest request) {
        return actor.id().equals(request.askedBy());
    }
}
