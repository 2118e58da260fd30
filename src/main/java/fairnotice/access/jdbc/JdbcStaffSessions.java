package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.OpenSession;
import fairnotice.access.SignedIn;
import fairnotice.access.Staff;
import fairnotice.access.StaffSessions;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStaffSessions implements StaffSessions {

    private final JdbcClient jdbc;
    private final Duration longest;

    /** A session as it is stored, and what the database says of its account now. */
    private record Stored(OpenSession session, String signedIn, int epoch, Instant now) {

        boolean isOpen(Duration longest) {
            return SignedIn.read(signedIn)
                    .filter(in -> in.epoch() == epoch && now.isBefore(in.since().plus(longest)))
                    .isPresent();
        }
    }

    /** @param longest how long a session lasts at most, however busy it is */
    JdbcStaffSessions(JdbcClient jdbc, @Value("${fairnotice.sessions.longest:12h}") String longest) {
        this.jdbc = jdbc;
        this.longest = DurationStyle.detectAndParse(longest);
    }

    @Override
    public Instant begin(String username, int others) {
        jdbc.sql("""
                delete from spring_session
                where expiry_time < extract(epoch from now()) * 1000
                   or primary_id in (
                        select primary_id from spring_session where principal_name = :username
                        order by creation_time desc, primary_id
                        offset :others)
                """).param("username", username).param("others", others).update();
        return jdbc.sql("select now()").query(Timestamp.class).single().toInstant();
    }

    @Override
    public Optional<Staff> holder(String username, int epoch, Instant since, Duration longest) {
        return jdbc.sql("select " + JdbcStaffDirectory.COLUMNS + """
                from staff s
                where s.username = :username and s.epoch = :epoch and not s.disabled and now() < :end
                """)
                .param("username", username)
                .param("epoch", epoch)
                .param("end", Timestamp.from(since.plus(longest)))
                .query(JdbcStaffDirectory::staff)
                .optional();
    }

    @Override
    public List<OpenSession> open(String username, String current) {
        return jdbc
                .sql("""
                select v.primary_id, v.session_id, v.creation_time, v.last_access_time, s.epoch, now() as now,
                       a.attribute_bytes as signed_in, o.attribute_bytes as origin
                from spring_session v
                join staff s on s.username = v.principal_name and not s.disabled
                join spring_session_attributes a on a.session_primary_id = v.primary_id and a.attribute_name = :signedIn
                left join spring_session_attributes o on o.session_primary_id = v.primary_id and o.attribute_name = :origin
                where v.principal_name = :username and v.expiry_time > extract(epoch from now()) * 1000
                order by v.last_access_time desc, v.primary_id
                """)
                .param("signedIn", SignedIn.ATTRIBUTE)
                .param("origin", SignedIn.ORIGIN)
                .param("username", username)
                .query((row, number) -> stored(row, current))
                .list()
                .stream()
                .filter(stored -> stored.isOpen(longest))
                .map(Stored::session)
                .toList();
    }

    private static Stored stored(ResultSet row, String current) throws SQLException {
        String origin = text(row.getBytes("origin"));
        int space = origin == null ? -1 : origin.indexOf(' ');
        OpenSession session = new OpenSession(
                row.getString("primary_id"),
                Instant.ofEpochMilli(row.getLong("creation_time")),
                Instant.ofEpochMilli(row.getLong("last_access_time")),
                space < 0 ? null : origin.substring(0, space),
                space < 0 ? null : origin.substring(space + 1),
                row.getString("session_id").equals(current));
        return new Stored(session, text(row.getBytes("signed_in")), row.getInt("epoch"), instant(row, "now"));
    }

    /** What another version wrote there may be no text at all. */
    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int end(String username, String id) {
        return jdbc.sql("delete from spring_session where principal_name = :username and primary_id = :id")
                .param("username", username)
                .param("id", id)
                .update();
    }

    @Override
    public int endOthers(String username, String current) {
        return jdbc.sql("""
                delete from spring_session where principal_name = :username and session_id is distinct from cast(:current as char(36))
                """)
                .param("username", username)
                .param("current", current)
                .update();
    }
}
