package fairnotice.access.jdbc;

import fairnotice.access.ApiTokens;
import fairnotice.access.Staff;
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
    public void add(String digest, String username) {
        jdbc.sql("insert into api_token (digest, username) values (:digest, :username)")
                .param("digest", digest)
                .param("username", username)
                .update();
    }

    @Override
    public Optional<Staff> holder(String digest) {
        Optional<Staff> holder = jdbc.sql("select " + JdbcStaffDirectory.COLUMNS + """
                from api_token t join staff s on s.username = t.username
                where t.digest = :digest and t.revoked_at is null and not s.disabled
                """)
                .param("digest", digest)
                .query(JdbcStaffDirectory::staff)
                .optional();
        holder.ifPresent(staff -> noteUse(digest));
        return holder;
    }

    /** To the minute, so that a busy machine does not write with every request. */
    private void noteUse(String digest) {
        jdbc.sql("""
                update api_token set last_used = now()
                where digest = :digest and (last_used is null or last_used < now() - interval '1 minute')
                """).param("digest", digest).update();
    }

    @Override
    public int revokeAll(String username) {
        return jdbc.sql("""
                update api_token set revoked_at = now()
                where username = lower(:username) and revoked_at is null
                """).param("username", username.strip()).update();
    }
}
