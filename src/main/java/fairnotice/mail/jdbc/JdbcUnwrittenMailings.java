package fairnotice.mail.jdbc;

import fairnotice.mail.UnwrittenMailing;
import fairnotice.mail.UnwrittenMailings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what waits unwritten. */
@Repository
class JdbcUnwrittenMailings implements UnwrittenMailings {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    JdbcUnwrittenMailings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UnwrittenMailing> all() {
        return jdbc.sql("""
                        select m.mailing, g.about, count(*) as messages,
                               extract(epoch from now() - min(d.since))::bigint as lasting,
                               greatest(0, extract(epoch from min(d.next_attempt_at) - now()))::bigint as retry_in,
                               (array_agg(m.reply order by d.since, m.batch, m.ordinal))[1] as cause
                        from mail_deferred d join mail_message m using (batch, ordinal) join mailing g on g.id = m.mailing
                        where d.unwritten
                        group by m.mailing, g.about
                        order by min(d.since), m.mailing
                        limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> unwritten(row))
                .list();
    }

    private static UnwrittenMailing unwritten(ResultSet row) throws SQLException {
        return new UnwrittenMailing(
                row.getLong("mailing"),
                row.getString("about"),
                row.getLong("messages"),
                Duration.ofSeconds(row.getLong("lasting")),
                Duration.ofSeconds(row.getLong("retry_in")),
                row.getString("cause"));
    }
}
