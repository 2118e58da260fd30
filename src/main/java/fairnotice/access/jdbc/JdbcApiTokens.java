package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.ApiTokens;
import fairnotice.access.HeldRoles;
import fairnotice.access.KeptToken;
import fairnotice.access.NewToken;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.ShownToken;
import fairnotice.access.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {

    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String digest, String username, NewToken token) {
        Map<Role, Scope> within = token.within();
        jdbc.sql("""
                insert into api_token (digest, username, name, read_only, roles, scoped, expires_at)
                values (:digest, :username, :name, :readOnly, :roles, :scoped, now() + :days * interval '1 day')
                """)
                .param("digest", digest)
                .param("username", username)
                .param("name", token.name())
                .param("readOnly", token.readOnly())
                .param("roles", within == null ? null : StoredRoles.forAll(within))
                .param("scoped", within == null ? null : StoredRoles.scoped(within))
                .param("days", token.days())
                .update();
    }

    @Override
    public Optional<ShownToken> holder(String digest) {
        Optional<ShownToken> holder = jdbc.sql("select " + JdbcStaffDirectory.COLUMNS + """
                , t.read_only, t.expires_at <= now() as over, t.roles as within_roles, t.scoped as within_scoped
                from api_token t join staff s on s.username = t.username
                where t.digest = :digest and t.revoked_at is null and not s.disabled
                """)
                .param("digest", digest)
                .query(JdbcApiTokens::shown)
                .optional();
        holder.filter(token -> !token.over()).ifPresent(token -> noteUse(digest));
        return holder;
    }

    private static ShownToken shown(ResultSet row, int number) throws SQLException {
        Staff owner = JdbcStaffDirectory.staff(row, number);
        Map<Role, Scope> within = within(row, "within_roles", "within_scoped");
        Staff holder = within == null ? owner : HeldRoles.limited(owner, within);
        return new ShownToken(holder, row.getBoolean("read_only"), row.getBoolean("over"));
    }

    /** Null where it is not limited. */
    private static Map<Role, Scope> within(ResultSet row, String roles, String scoped) throws SQLException {
        return row.getArray(roles) == null ? null : StoredRoles.held(row, roles, scoped);
    }

    /** To the minute, so that a busy machine does not write with every request. */
    private void noteUse(String digest) {
        jdbc.sql("""
                update api_token set last_used = now()
                where digest = :digest and (last_used is null or last_used < now() - interval '1 minute')
                """).param("digest", digest).update();
    }

    @Override
    public List<KeptToken> of(String username) {
        return jdbc.sql("""
                select id, name, read_only, roles, scoped, created_at, expires_at, last_used, expires_at <= now() as over
                from api_token where username = :username and revoked_at is null
                order by id desc
                """)
                .param("username", username)
                .query((row, number) -> new KeptToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("read_only"),
                        within(row, "roles", "scoped"),
                        instant(row, "created_at"),
                        instant(row, "expires_at"),
                        instant(row, "last_used"),
                        row.getBoolean("over")))
                .list();
    }

    @Override
    public int revoke(String username, long id) {
        return jdbc.sql("""
                update api_token set revoked_at = now()
                where username = :username and id = :id and revoked_at is null
                """).param("username", username).param("id", id).update();
    }

    @Override
    public int revokeAll(String username) {
        return jdbc.sql("""
                update api_token set revoked_at = now()
                where username = lower(:username) and revoked_at is null
                """).param("username", username.strip()).update();
    }
}
