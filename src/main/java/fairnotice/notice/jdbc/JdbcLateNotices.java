package fairnotice.notice.jdbc;

import fairnotice.notice.LateNotices;
import fairnotice.sql.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLateNotices implements LateNotices {

    private static final String DUE = """
            from late_notice l join notice n on n.id = l.notice
             where l.told_at is null and n.notice_ends_at <= :now
            """;

    private final JdbcClient jdbc;

    JdbcLateNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<Long> notices) {
        jdbc.sql("insert into late_notice (notice) select unnest(:ids::bigint[]) on conflict do nothing")
                .param("ids", notices.toArray(Long[]::new))
                .update();
    }

    @Override
    public void addRunning(String reference, int round, Instant at) {
        jdbc.sql("""
                        insert into late_notice (notice)
                        select id from notice
                         where reference = :reference and round = :round and superseded_at is null and notice_ends_at > :at
                        on conflict do nothing""")
                .param("reference", reference)
                .param("round", round)
                .param("at", at)
                .update();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return jdbc.sql("select distinct n.reference " + DUE + " order by n.reference limit :limit")
                .param("now", now)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<Long> due(String reference, Instant now, int limit) {
        return jdbc.sql("select n.id " + DUE + " and n.reference = :reference order by n.id limit :limit")
                .param("now", now)
                .param("reference", reference)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    @Override
    public void told(Collection<Long> notices, Instant at) {
        jdbc.sql("update late_notice set told_at = :at where notice = any(:ids::bigint[])")
                .param("at", at)
                .param("ids", notices.toArray(Long[]::new))
                .update();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return jdbc.sql("""
                        select min(ends) from late_notice l join notice n on n.id = l.notice
                               cross join unnest(array[n.notice_ends_at, n.objections_close_at]) as ends
                         where l.told_at is null and ends > :after""").param("after", after).query(Columns::instant).optional();
    }
}
