package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.refusal.Refused;
import java.util.Set;

/** Who sets mail servers: whoever names the relay reads every link that it is handed. */
final class ServerRules {

    static final TwoPeople ASKED_AND_CONFIRMED = new TwoPeople(
            Set.of(Role.ADMIN),
            "refused.group.admin",
            "refused.did.asked-mail-server",
            "refused.wanted.confirm-mail-server",
            false);

    /** For what is of no register, only a role for all counts. */
    private static final String NO_REGISTER = null;

    private ServerRules() {}

    static void mayRead(Actor actor) {
        if (!actor.scope(Role.ADMIN, Role.AUDITOR).all()) {
            throw Refused.notAllowed("refused.mail-server.readers");
        }
    }

    static void onlyAdministrators(Actor actor) {
        if (!isAdministrator(actor)) {
            throw Refused.notAllowed("refused.mail-server.administrators");
        }
    }

    static boolean isAdministrator(Actor actor) {
        return actor.holdsForAll(Role.ADMIN);
    }

    static void mayConfirm(Actor actor, ServerRequest request, Colleagues colleagues) {
        onlyAdministrators(actor);
        ASKED_AND_CONFIRMED.check(actor, Set.of(request.askedBy()), NO_REGISTER, colleagues);
    }

    /** Whoever asked takes it back; anybody else refuses it. */
    static boolean isTakenBack(Actor actor, ServerRequest request) {
        return actor.id().equals(request.askedBy());
    }
}
