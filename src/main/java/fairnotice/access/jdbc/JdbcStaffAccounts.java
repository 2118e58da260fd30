package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Staff;
import fairnotice.access.StaffAccount;
import fairnotice.access.StaffAccounts;
import fairnotice.sql.Locks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStaffAccounts implements StaffAccounts {

    private static final String SELECT = "select " + JdbcStaffDirectory.OWN_COLUMNS
            + ", s.disabled, s.inactive_since, s.awaits_password, s.epoch from staff s ";

    private final JdbcClient jdbc;

    JdbcStaffAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StaffAccount> all() {
        return jdbc.sql(SELECT + "order by s.username")
                .query(JdbcStaffAccounts::account)
                .list();
    }

    @Override
    public Optional<StaffAccount> find(String username) {
        return jdbc.sql(SELECT + "where s.username = lower(:username)")
                .param("username", username.strip())
                .query(JdbcStaffAccounts::account)
                .optional();
    }

    private static StaffAccount account(ResultSet row, int number) throws SQLException {
        return new StaffAccount(
                JdbcStaffDirectory.staff(row, number),
                !row.getBoolean("disabled"),
                instant(row, "inactive_since"),
                row.getBoolean("awaits_password"),
                row.getInt("epoch"));
    }

    @Override
    public void lock() {
        Locks.hold(jdbc, "staff accounts");
    }

    @Override
    public boolean hasAdministratorBesides(String username, Duration within) {
        return jdbc.sql("""
                select exists (
                    select from staff
                    where username <> :username
                      and (not disabled and not awaits_password and 'ADMIN' = any (roles)
                           or :seconds > 0 and administrator_until > now() - :seconds * interval '1 second'))
                """)
                .param("username", username)
                .param("seconds", within.toSeconds())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void change(Staff staff) {
        jdbc.sql("""
                update staff set name = :name, email = :email, roles = :roles
                where username = :username
                """)
                .param("username", staff.username())
                .param("name", staff.name())
                .param("email", staff.email())
                .param("roles", StoredRoles.forAll(staff.held()))
                .update();
        StoredRoles.saveScopes(staff, jdbc);
    }

    @Override
    public void add(Staff staff, String passwordHash) {
        jdbc.sql("""
                insert into staff (username, name, email, password_hash, roles, awaits_password)
                values (:username, :name, :email, :hash, :roles, true)
                """)
                .param("username", staff.username())
                .param("name", staff.name())
                .param("email", staff.email())
                .param("hash", passwordHash)
                .param("roles", StoredRoles.forAll(staff.held()))
                .update();
        StoredRoles.saveScopes(staff, jdbc);
    }

    @Override
    public void activate(String username) {
        jdbc.sql("update staff set disabled = false where username = :username")
                .param("username", username)
                .update();
    }

    @Override
    public boolean choosePassword(StaffAccount account, String passwordHash) {
        return jdbc.sql("""
                update staff set password_hash = :hash, awaits_password = false
                where username = :username and epoch = :epoch and email = :email and not disabled
                """)
                        .param("username", account.username())
                        .param("epoch", account.epoch())
                        .param("email", account.staff().email())
                        .param("hash", passwordHash)
                        .update()
                == 1;
    }
}
