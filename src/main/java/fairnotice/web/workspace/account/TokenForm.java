package fairnotice.web.workspace.account;

import fairnotice.access.NewToken;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.TickedRoles;
import java.util.Collection;
import java.util.List;

/**
 * A token as it is asked for.
 *
 * @param access {@code READ} where it changes nothing
 * @param held what was ticked; nothing for all that its owner may do
 * @param days as typed
 */
record TokenForm(String name, String access, List<String> held, String days) {

    TokenForm {
        held = held == null ? List.of() : held;
        access = access == null ? "ALL" : access;
        days = days == null ? Integer.toString(NewToken.USUAL_DAYS) : days;
    }

    /** @param registers that can be chosen */
    NewToken typed(Collection<String> registers) {
        Long number = Problems.id(days.strip());
        return new NewToken(
                name,
                access.equals("READ"),
                held.isEmpty() ? null : TickedRoles.read(held, registers),
                number == null ? null : (int) Math.min(number, Integer.MAX_VALUE));
    }
}
