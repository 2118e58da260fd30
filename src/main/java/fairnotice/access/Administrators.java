package fairnotice.access;

import fairnotice.refusal.Refused;
import org.springframework.stereotype.Service;

/**
 * The administrators for all registers. A step that would let one of them read or send what is a customer's counts once another has confirmed it,
 * or at once where nobody else is there, as with accounts.
 */
@Service
public class Administrators {

    private final ChangingAccounts changing;
    private final StaffDirectory directory;

    Administrators(ChangingAccounts changing, StaffDirectory directory) {
        this.changing = changing;
        this.directory = directory;
    }

    /** @throws Refused when the actor is neither one of them nor an auditor of all registers */
    public void mayRead(Actor actor) {
        StaffRules.mayRead(actor);
    }

    /** @throws Refused when the actor is none of them */
    public void mayChange(Actor actor) {
        StaffRules.onlyAdministrators(actor);
    }

    /** Whether the actor is one of them. */
    public boolean isOne(Actor actor) {
        return StaffRules.isAdministrator(actor);
    }

    /**
     * One such step after the other, within the caller's transaction, by whoever is an administrator when it is their turn.
     *
     * @throws Refused when the actor is none, or none any more
     */
    public void begin(Actor actor) {
        changing.begin(actor);
    }

    /** Whether the step counts at once, since nobody else is there or was of late. */
    public boolean isAlone(Actor actor) {
        return changing.isAlone(actor);
    }

    /** @throws Refused when the actor asked for it, or is no such administrator */
    public void mayConfirm(Actor actor, Requested request) {
        StaffRules.mayConfirm(actor, request, directory.colleagues());
    }
}
