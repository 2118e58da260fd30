package fairnotice.termination.jdbc;

import fairnotice.sql.Columns;
import fairnotice.termination.OrderEnds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderEnds implements OrderEnds {

    private final JdbcClient jdbc;

    JdbcOrderEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isDue(String reference, Instant now) {
        return jdbc.sql("""
                        select exists (select from termination
                                        where reference = :reference and end_told_at is null and ends_at <= :now)""")
                .param("reference", reference)
                .param("now", now)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void told(String reference, Instant at) {
        jdbc.sql("update termination set end_told_at = :at where reference = :reference")
                .param("at", at)
                .param("reference", reference)
                .update();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return jdbc.sql("""
                        select reference from termination where end_told_at is null and ends_at <= :now
                         order by ends_at, reference limit :limit""")
                .param("now", now)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return jdbc.sql("""
                        select ends_at from termination where end_told_at is null and ends_at > :after
                         order by ends_at limit 1""").param("after", after).query(Columns::instant).optional();
    }
}
