package fairnotice.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the groups of a directory give here.
 *
 * @param held by the group's name, which is compared as it stands
 */
public record GroupRoles(Map<String, Map<Role, Scope>> held) {

    private static final String BETWEEN_GROUPS = ";";
    private static final String BETWEEN_ROLES = "\\+";
    private static final String BETWEEN_REGISTERS = "/";

    public GroupRoles {
        held = Map.copyOf(held);
    }

    /**
     * Reads {@code legal-team=LEGAL+PROPOSER;ops-legal=LEGAL@opsticket/securicom}.
     *
     * @throws IllegalArgumentException naming the part that is none
     */
    public static GroupRoles parse(String written) {
        Map<String, Map<Role, Scope>> held = new HashMap<>();
        for (String part : written.split(BETWEEN_GROUPS)) {
            int equals = part.lastIndexOf('=');
            if (!part.isBlank()) {
                Map<Role, Scope> roles = roles(part.substring(equals + 1));
                if (equals < 1 || roles.isEmpty()) {
                    throw new IllegalArgumentException(
                            "\"" + part.strip() + "\" gives a group no role: write group=ROLE or group=ROLE@register");
                }
                held.merge(part.substring(0, equals).strip(), roles, HeldRoles::together);
            }
        }
        return new GroupRoles(held);
    }

    /** Empty where one of them is none of ours. */
    private static Map<Role, Scope> roles(String written) {
        List<Map<Role, Scope>> each = Arrays.stream(written.split(BETWEEN_ROLES))
                .map(String::strip)
                .map(GroupRoles::role)
                .toList();
        return each.contains(HeldRoles.NONE)
                ? HeldRoles.NONE
                : each.stream().reduce(HeldRoles.NONE, HeldRoles::together);
    }

    private static Map<Role, Scope> role(String written) {
        int at = written.indexOf('@');
        String name = at < 0 ? written : written.substring(0, at);
        Scope scope = at < 0 ? Scope.ALL : Scope.of(written.substring(at + 1).split(BETWEEN_REGISTERS));
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .map(role -> Map.of(role, scope))
                .orElse(HeldRoles.NONE);
    }

    /** What they give together; empty where none of them gives anything. */
    Map<Role, Scope> of(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> Stream.ofNullable(held.get(group)))
                .reduce(HeldRoles.NONE, HeldRoles::together);
    }
}
