package fairnotice.access;

import fairnotice.refusal.Refused;
import org.springframework.stereotype.Service;

/** What every change of an account begins with. */
@Service
class ChangingAccounts {

    private final StaffAccounts accounts;
    private final StaffRequests requests;

    ChangingAccounts(StaffAccounts accounts, StaffRequests requests) {
        this.accounts = accounts;
        this.requests = requests;
    }

    /**
     * One after the other, by whoever is an administrator when it is their turn.
     *
     * @throws Refused when the actor is none, or none any more
     */
    void begin(Actor actor) {
        StaffRules.onlyAdministrators(actor);
        accounts.lock();
        if (!actor.equals(Actor.SYSTEM)) {
            StaffRules.onlyAdministrators(accounts.find(actor.id())
                    .filter(StaffAccount::active)
                    .map(account -> account.staff().actor())
                    .orElse(new Actor(actor.id(), HeldRoles.NONE)));
        }
    }

    /** @throws Refused when nobody has or had that user name */
    StaffAccount account(String username) {
        return accounts.find(username).orElseThrow(() -> Refused.unknown("refused.unknown.user"));
    }

    StaffAccount active(String username) {
        StaffAccount account = account(username);
        if (!account.active()) {
            throw Refused.conflict("refused.staff.inactive");
        }
        return account;
    }

    /** Whether what takes two people counts at once, since nobody else is there or was of late. */
    boolean isAlone(Actor actor) {
        return !accounts.hasAdministratorBesides(actor.id(), StaffRules.STILL_THERE);
    }

    /** @throws Refused when something of that account waits already */
    void mustNotWait(String username) {
        if (requests.find(username).isPresent()) {
            throw Refused.conflict("refused.staff.waits");
        }
    }
}
