package fairnotice.mail.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Scope;
import fairnotice.mail.HeldMailing;
import fairnotice.mail.HeldMailings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is held; what remains until the next try, which counts in real time, is told in legal time. */
@Repository
class JdbcHeldMailings implements HeldMailings {

    private static final String SELECT = """
            select h.mailing, g.about, h.since, h.reply,
                   (select count(*) from mail_message m where m.mailing = h.mailing and m.state = 'PENDING') as waiting,
                   greatest(0, extract(epoch from h.next_attempt_at - now()))::bigint as seconds
            from mail_hold h join mailing g on g.id = h.mailing where h.given_up_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHeldMailings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<HeldMailing> all(Scope within) {
        Instant now = clock.instant();
        return jdbc.sql(SELECT + """
                        and (:all or exists (select from subject_register s
                                              where s.subject = g.about and s.register = any(:registers::text[])))
                        order by h.since, h.mailing""")
                .param("all", within.all())
                .param("registers", within.array())
                .query((row, n) -> held(row, now))
                .list();
    }

    @Override
    public Optional<HeldMailing> find(long mailing) {
        Instant now = clock.instant();
        return jdbc.sql(SELECT + "and h.mailing = :mailing")
                .param("mailing", mailing)
                .query((row, n) -> held(row, now))
                .optional();
    }

    private static HeldMailing held(ResultSet row, Instant now) throws SQLException {
        return new HeldMailing(
                row.getLong("mailing"),
                row.getString("about"),
                instant(row, "since"),
                row.getString("reply"),
                row.getLong("waiting"),
                now.plusSeconds(row.getLong("seconds")));
    }
}
