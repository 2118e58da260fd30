package fairnotice.access;

import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.util.Locale;
import java.util.Map;

/**
 * A member of staff as an administrator typed it.
 *
 * @param held the roles ticked, each for some registers or for all
 */
public record TypedAccount(String username, String name, String email, Map<Role, Scope> held) {

    /** @throws Refused with every problem at once */
    Staff checked() {
        String kept = EmailAddress.kept(email);
        new TextRules()
                .line("name", "refused.name.person", name)
                .refuseIf(!EmailAddress.isValid(kept), "email", EmailAddress.whyNot(kept, "refused.setup.email"))
                .refuseIf(!Staff.isUsername(username), "username", "refused.setup.username")
                .refuseIf(held.isEmpty(), "held", "refused.staff.no-role")
                .orRefuse();
        return new Staff(username.strip().toLowerCase(Locale.ROOT), name.strip(), kept, held);
    }
}
