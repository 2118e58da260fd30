package fairnotice.access.jdbc;

import fairnotice.access.Colleagues;
import fairnotice.access.Credential;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStaffDirectory implements StaffDirectory {

    /** With the roles held for some registers alone as {@code ROLE:register}. */
    static final String OWN_COLUMNS = """
            s.username, s.name, s.email, s.roles,
            array(select r.role || ':' || r.register from staff_role_register r where r.username = s.username) as scoped
            """;

    /** The same with the roles of those for whom they stand in today. */
    static final String COLUMNS = """
            s.username, s.name, s.email,
            s.roles || array(select l.role from staff_lent_role l where l.deputy = s.username and l.register is null) as roles,
            array(select r.role || ':' || r.register from staff_role_register r where r.username = s.username
                  union
                  select l.role || ':' || l.register from staff_lent_role l where l.deputy = s.username and l.register is not null) as scoped
            """;

    private final JdbcClient jdbc;
    private final boolean singleHanded;

    JdbcStaffDirectory(JdbcClient jdbc, @Value("${fairnotice.single-handed:false}") boolean singleHanded) {
        this.jdbc = jdbc;
        this.singleHanded = singleHanded;
    }

    @Override
    public Colleagues colleagues() {
        return new Colleagues(all(), singleHanded);
    }

    @Override
    public Optional<Staff> findByUsername(String username) {
        return credential(username).map(Credential::staff);
    }

    @Override
    public List<Staff> having(Role role, String register) {
        return jdbc.sql("select " + COLUMNS + """
                from staff s
                where not s.disabled
                  and (:role = any (s.roles)
                       or exists (select from staff_role_register r
                                   where r.username = s.username and r.role = :role and r.register = :register)
                       or exists (select from staff_lent_role l
                                   where l.deputy = s.username and l.role = :role and coalesce(l.register, :register) = :register))
                order by s.username
                """)
                .param("role", role.name())
                .param("register", register)
                .query(JdbcStaffDirectory::staff)
                .list();
    }

    @Override
    public List<Staff> all() {
        return jdbc.sql("select " + COLUMNS + " from staff s where not s.disabled order by s.username")
                .query(JdbcStaffDirectory::staff)
                .list();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from staff)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Credential> credential(String username) {
        if (username.indexOf('\0') >= 0) {
            return Optional.empty(); // the database has no such text
        }
        return jdbc.sql("select " + COLUMNS + """
                , s.password_hash, s.disabled, s.epoch,
                exists (select from second_factor f where f.username = s.username) as second_factor
                from staff s
                where s.username = lower(:username)
                """)
                .param("username", username.strip())
                .query((row, number) -> new Credential(
                        staff(row, number),
                        row.getString("password_hash"),
                        row.getBoolean("disabled"),
                        row.getInt("epoch"),
                        row.getBoolean("second_factor")))
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
                    roles = excluded.roles, disabled = excluded.disabled, awaits_password = false
                """)
                .param("username", staff.username())
                .param("name", staff.name())
                .param("email", staff.email())
                .param("hash", credential.passwordHash())
                .param("roles", StoredRoles.forAll(staff.held()))
                .param("disabled", credential.disabled())
                .update();
        StoredRoles.saveScopes(staff, jdbc);
    }

    @Override
    public boolean disable(String username, Instant at) {
        return jdbc.sql("""
                update staff set disabled = true, inactive_since = case when disabled then inactive_since else :at end
                where username = lower(:username)
                """)
                        .param("username", username.strip())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    static Staff staff(ResultSet row, int number) throws SQLException {
        return new Staff(
                row.getString("username"), row.getString("name"), row.getString("email"), StoredRoles.held(row));
    }
}
