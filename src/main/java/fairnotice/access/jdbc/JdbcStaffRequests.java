package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.StaffRequest;
import fairnotice.access.StaffRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStaffRequests implements StaffRequests {

    private static final String SELECT =
            "select id, username, kind, name, email, roles, scoped, asked_by, asked_at from staff_request ";

    private final JdbcClient jdbc;

    JdbcStaffRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StaffRequest> all() {
        return jdbc.sql(SELECT + "order by username")
                .query(JdbcStaffRequests::request)
                .list();
    }

    @Override
    public Optional<StaffRequest> find(String username) {
        return jdbc.sql(SELECT + "where username = lower(:username)")
                .param("username", username.strip())
                .query(JdbcStaffRequests::request)
                .optional();
    }

    private static StaffRequest request(ResultSet row, int number) throws SQLException {
        return new StaffRequest(
                row.getLong("id"),
                row.getString("username"),
                StaffRequest.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("email"),
                StoredRoles.held(row),
                row.getString("asked_by"),
                instant(row, "asked_at"));
    }

    @Override
    public void save(StaffRequest request) {
        jdbc.sql("""
                insert into staff_request (username, kind, name, email, roles, scoped, asked_by, asked_at)
                values (:username, :kind, :name, :email, :roles, :scoped, :by, :at)
                """)
                .param("username", request.username())
                .param("kind", request.kind().name())
                .param("name", request.name())
                .param("email", request.email())
                .param("roles", StoredRoles.forAll(request.added()))
                .param("scoped", StoredRoles.scoped(request.added()))
                .param("by", request.askedBy())
                .param("at", Timestamp.from(request.askedAt()))
                .update();
    }

    @Override
    public void remove(String username) {
        jdbc.sql("delete from staff_request where username = :username")
                .param("username", username)
                .update();
    }
}
