package fairnotice.web.workspace;

import fairnotice.access.HeldRoles;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.refusal.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;

/** Roles as a form ticks them: {@code LEGAL} for all registers, {@code LEGAL:opsticket} for one. */
public final class TickedRoles {

    private static final String OF = ":";

    private TickedRoles() {}

    public static List<String> of(Map<Role, Scope> held) {
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
    public static Map<Role, Scope> read(Collection<String> ticked, Collection<String> registers) {
        return ticked.stream().map(each -> role(each, registers)).reduce(Map.of(), HeldRoles::together);
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
}
