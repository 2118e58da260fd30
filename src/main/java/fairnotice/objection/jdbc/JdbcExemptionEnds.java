package fairnotice.objection.jdbc;

import fairnotice.objection.ExemptionEnds;
import fairnotice.sql.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExemptionEnds implements ExemptionEnds {

    private final JdbcClient jdbc;

    JdbcExemptionEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tellAt(long objection, Instant tellAt) {
        jdbc.sql("""
                        insert into exemption_end (objection, tell_at) values (:objection, :at)
                        on conflict (objection) do update set tell_at = excluded.tell_at""").param("objection", objection).param("at", tellAt).update();
    }

    @Override
    public boolean isDue(long objection, Instant now) {
        return jdbc.sql("""
                        select exists (select from exemption_end
                                        where objection = :objection and told_at is null and tell_at <= :now)""")
                .param("objection", objection)
                .param("now", now)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void told(long objection, Instant at) {
        jdbc.sql("update exemption_end set told_at = :at where objection = :objection")
                .param("at", at)
                .param("objection", objection)
                .update();
    }

    @Override
    public List<String> unplanned(int limit) {
        return jdbc.sql("""
                        select reference from objection o
                         where state = 'EXEMPTED' and not exists (select from exemption_end where objection = o.id)
                         order by id limit :limit""").param("limit", limit).query(String.class).list();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return jdbc.sql("""
                        select o.reference from exemption_end e join objection o on o.id = e.objection
                         where e.told_at is null and e.tell_at <= :now
                         order by e.tell_at, e.objection limit :limit""")
                .param("now", now)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return jdbc.sql("""
                        select tell_at from exemption_end where told_at is null and tell_at > :after
                         order by tell_at limit 1""").param("after", after).query(Columns::instant).optional();
    }
}
