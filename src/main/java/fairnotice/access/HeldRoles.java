package fairnotice.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts with the roles that somebody holds, each for some registers or for all. */
public final class HeldRoles {

    static final Map<Role, Scope> NONE = Map.of();

    private HeldRoles() {}

    /** What is in both. */
    static Map<Role, Scope> common(Map<Role, Scope> one, Map<Role, Scope> other) {
        return each(one, other, Scope::common);
    }

    /** What is wanted beyond what was held. */
    static Map<Role, Scope> added(Map<Role, Scope> before, Map<Role, Scope> wanted) {
        return each(wanted, before, Scope::without);
    }

    /** What is in either. */
    public static Map<Role, Scope> together(Map<Role, Scope> one, Map<Role, Scope> other) {
        return each(one, other, Scope::and);
    }

    /** What a deputy may act with: who administers and who audits is nobody's to lend. */
    static Map<Role, Scope> lendable(Map<Role, Scope> held) {
        return held.entrySet().stream()
                .filter(role -> role.getKey() != Role.ADMIN && role.getKey() != Role.AUDITOR)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same person with no more than that of their roles. */
    public static Staff limited(Staff staff, Map<Role, Scope> most) {
        return staff.holding(common(staff.held(), most));
    }

    private static Map<Role, Scope> each(Map<Role, Scope> one, Map<Role, Scope> other, BinaryOperator<Scope> counted) {
        return Arrays.stream(Role.values())
                .collect(Collectors.toMap(Function.identity(), role -> counted.apply(of(one, role), of(other, role))))
                .entrySet()
                .stream()
                .filter(role -> !role.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Scope of(Map<Role, Scope> held, Role role) {
        return held.getOrDefault(role, Scope.NONE);
    }

    /** {@code AUDITOR+LEGAL@opsticket/securicom} */
    static String written(Map<Role, Scope> held) {
        return held.entrySet().stream()
                .map(role -> role.getKey()
                        + (role.getValue().all()
                                ? ""
                                : "@" + String.join("/", role.getValue().array())))
                .sorted()
                .collect(Collectors.joining("+"));
    }

    /** Of the roles that are held for some registers alone; null when there is none. */
    static List<String> registers(Map<Role, Scope> held) {
        List<String> registers = held.entrySet().stream()
                .filter(role -> !role.getValue().all())
                .map(role ->
                        role.getKey() + ": " + String.join(" ", role.getValue().array()))
                .sorted()
                .toList();
        return registers.isEmpty() ? null : registers;
    }
}
