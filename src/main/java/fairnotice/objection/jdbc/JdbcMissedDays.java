package fairnotice.objection.jdbc;

import fairnotice.objection.MissedDays;
import fairnotice.sql.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMissedDays implements MissedDays {

    private final JdbcClient jdbc;

    JdbcMissedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> untold(Instant now, int limit) {
        return jdbc.sql("""
                        select reference from objection o
                         where settled_at is null and state in ('ASSESSMENT', 'CONTESTED', 'AWAITING_OFFER')
                           and due_at <= :now
                           and not exists (select from missed_day where objection = o.id and due_at = o.due_at)
                         order by o.due_at, o.id limit :limit""")
                .param("now", now)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public boolean isTold(long objection, Instant due) {
        return jdbc.sql("select exists (select from missed_day where objection = :objection and due_at = :due)")
                .param("objection", objection)
                .param("due", due)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void told(long objection, Instant due, Instant at) {
        jdbc.sql("insert into missed_day (objection, due_at, told_at) values (:objection, :due, :at)")
                .param("objection", objection)
                .param("due", due)
                .param("at", at)
                .update();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return jdbc.sql("""
                        select due_at from objection
                         where settled_at is null and state in ('ASSESSMENT', 'CONTESTED', 'AWAITING_OFFER') and due_at > :after
                         order by due_at limit 1""").param("after", after).query(Columns::instant).optional();
    }
}
