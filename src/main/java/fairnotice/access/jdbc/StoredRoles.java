package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.texts;

import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles as they are stored: those for all registers in {@code roles}, the others as {@code ROLE:register} in {@code scoped}. */
final class StoredRoles {

    private StoredRoles() {}

    static Map<Role, Scope> held(ResultSet row) throws SQLException {
        return held(row, "roles", "scoped");
    }

    /** Under other names. */
    static Map<Role, Scope> held(ResultSet row, String forAll, String forSome) throws SQLException {
        Map<Role, Scope> held = new EnumMap<>(Role.class);
        for (String scoped : texts(row, forSome)) {
            int colon = scoped.indexOf(':');
            held.merge(Role.valueOf(scoped.substring(0, colon)), Scope.of(scoped.substring(colon + 1)), Scope::and);
        }
        for (String role : texts(row, forAll)) {
            held.put(Role.valueOf(role), Scope.ALL);
        }
        return held;
    }

    static String[] forAll(Map<Role, Scope> held) {
        return held.entrySet().stream()
                .filter(role -> role.getValue().all())
                .map(role -> role.getKey().name())
                .sorted()
                .toArray(String[]::new);
    }

    static String[] scoped(Map<Role, Scope> held) {
        return pairs(held).map(pair -> pair[0] + ":" + pair[1]).sorted().toArray(String[]::new);
    }

    private static Stream<String[]> pairs(Map<Role, Scope> held) {
        return held.entrySet().stream()
                .flatMap(role -> Arrays.stream(role.getValue().array())
                        .map(register -> new String[] {role.getKey().name(), register}));
    }

    /** Writes what differs alone, since each row that comes or goes ends sessions. */
    static void saveScopes(Staff staff, JdbcClient jdbc) {
        List<String[]> scoped = pairs(staff.held()).toList();
        jdbc.sql("""
                with wanted as (select role, register from unnest(:roles::text[], :registers::text[]) as w (role, register)),
                     gone as (delete from staff_role_register r
                               where r.username = :username and (r.role, r.register) not in (select role, register from wanted))
                insert into staff_role_register (username, role, register)
                select :username, role, register from wanted
                on conflict do nothing
                """)
                .param("username", staff.username())
                .param("roles", scoped.stream().map(each -> each[0]).toArray(String[]::new))
                .param("registers", scoped.stream().map(each -> each[1]).toArray(String[]::new))
                .update();
    }
}
