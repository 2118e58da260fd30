package fairnotice.access.jdbc;

import fairnotice.access.Staff;
import fairnotice.access.StaffSessions;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStaffSessions implements StaffSessions {

    private final JdbcClient jdbc;

    JdbcStaffSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
