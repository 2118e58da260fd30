package fairnotice.termination.jdbc;

import fairnotice.termination.OrderEnds;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
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
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void told(String reference, Instant at) {
        jdbc.sql("update termination set end_told_at = :at where reference = :reference")
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return jdbc.sql("""
                        select reference from termination where end_told_at is null and ends_at <= :now
                         order by ends_at, reference limit :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return jdbc.sql("""
                        select ends_at from termination where end_told_at is null and ends_at > :after
                         order by ends_at limit 1""")
                .param("after", Timestamp.from(after))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
