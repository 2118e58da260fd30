package fairnotice.web.workspace.staff;

import fairnotice.access.Staff;
import fairnotice.access.StaffAccount;
import fairnotice.access.TypedAccount;
import fairnotice.refusal.Refused;
import fairnotice.web.workspace.TickedRoles;
import java.util.Collection;
import java.util.List;

/**
 * An account as typed.
 *
 * @param held what was ticked: {@code LEGAL} for all registers, {@code LEGAL:opsticket} for one
 * @param epoch of the account that was looked at; null for a new one
 */
record StaffForm(String username, String name, String email, List<String> held, Integer epoch) {

    StaffForm {
        held = held == null ? List.of() : held;
    }

    static StaffForm of(StaffAccount account) {
        Staff staff = account.staff();
        return new StaffForm(
                staff.username(), staff.name(), staff.email(), TickedRoles.of(staff.held()), account.epoch());
    }

    /**
     * @param registers that can be chosen
     * @throws Refused when what was ticked is none of ours
     */
    TypedAccount typed(Collection<String> registers) {
        return typed(username, registers);
    }

    /** The same of an account that is named elsewhere. */
    TypedAccount typed(String of, Collection<String> registers) {
        return new TypedAccount(of, name, email, TickedRoles.read(held, registers));
    }

    int seen() {
        return epoch == null ? -1 : epoch;
    }
}
