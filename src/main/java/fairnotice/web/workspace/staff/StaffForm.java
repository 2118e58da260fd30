package fairnotice.web.workspace.staff;

import fairnotice.access.HeldRoles;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffAccount;
import fairnotice.access.TypedAccount;
import fairnotice.refusal.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;

/**
 * An account as typed.
 *
 * @param held what was ticked: {@code LEGAL} for all registers, {@code LEGAL:opsticket} for one
 * @param epoch of the account that was looked at; null for a new one
 */
record StaffForm(String username, String name, String email, List<String> held, Integer epoch) {

    private static final String OF = ":";

    StaffForm {
        held = held == null ? List.of() : held;
    }

    static StaffForm of(StaffAccount account) {
        Staff staff = account.staff();
        return new StaffForm(staff.username(), staff.name(), staff.email(), ticked(staff.held()), account.epoch());
    }

    private static List<String> ticked(Map<Role, Scope> held) {
        return held.entrySet().stream()
                .flatMap(role -> role.getValue().all()
                        ? Stream.of(role.getKey().name())
                        : Stream.of(role.getValue().array()).map(register -> role.getKey() + OF + register))
                .sorted()
                .toList();
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
        return new TypedAccount(
                of,
                name,
                email,
                held.stream().map(each -> role(each, registers)).reduce(Map.of(), HeldRoles::together));
    }

    private static Map<Role, Scope> role(String ticked, Collection<String> registers) {
        int colon = ticked.indexOf(OF);
        Role role = EnumUtils.getEnum(Role.class, colon < 0 ? ticked : ticked.substring(0, colon));
        String register = ticked.substring(colon + 1);
        if (role == null || colon >= 0 && !registers.contains(register)) {
            throw Refused.invalid("held", "refused.staff.register");
        }
        return Map.of(role, colon < 0 ? Scope.ALL : Scope.of(register));
    }

    int seen() {
        return epoch == null ? -1 : epoch;
    }
}
