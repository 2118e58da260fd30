package fairnotice.access.jdbc;

import fairnotice.access.Credential;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStaffDirectory implements StaffDirectory {

    private final JdbcClient jdbc;

    JdbcStaffDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Staff> named(String username) {
        return credential(username).map(Credential::staff);
    }

    @Override
    public List<Staff> having(Role role) {
        return jdbc.sql("""
                select username, name, email, roles from staff
                where :role = any (roles) and not disabled
                order by username
                """)
                .param("role", role.name())
                .query(JdbcStaffDirectory::staff)
                .list();
    }

    @Override
    public List<Staff> all() {
        return jdbc.sql("select username, name, email, roles from staff where not disabled order by username")
                .query(JdbcStaffDirectory::staff)
                .list();
    }

    @Override
    public Optional<Credential> credential(String username) {
        return jdbc.sql("""
                select username, name, email, roles, password_hash, disabled from staff
                where username = lower(:username)
                """)
                .param("username", username.strip())
                .query((row, number) ->
                        new Credential(staff(row, number), row.getString("password_hash"), row.getBoolean("disabled")))
                .optional();
    }

    @Override
    public void put(Credential credential) {
        Staff staff = credential.staff();
        jdbc.sql("""
                insert into staff (username, name, email, password_hash, roles, disabled)
                values (:username, :name, :email, :hash, :roles, :disabled)
                on conflict (username) do update
                set name = excluded.name, email = excluded.email, password_hash = excluded.password_hash,
                    roles = excluded.roles, disabled = excluded.disabled
                """)
                .param("username", staff.username())
                .param("name", staff.name())
                .param("email", staff.email())
                .param("hash", credential.passwordHash())
                .param("roles", staff.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("disabled", credential.disabled())
                .update();
    }

    @Override
    public boolean disable(String username) {
        return jdbc.sql("update staff set disabled = true where username = lower(:username)")
                        .param("username", username.strip())
                        .update()
                == 1;
    }

    static Staff staff(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Staff(row.getString("username"), row.getString("name"), row.getString("email"), roles);
    }
}
