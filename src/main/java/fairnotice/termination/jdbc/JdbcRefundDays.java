package fairnotice.termination.jdbc;

import fairnotice.sql.Columns;
import fairnotice.termination.RefundDays;
import fairnotice.termination.RefundStage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefundDays implements RefundDays {

    /** The stage at which a termination t waits. */
    private static final String STAGE =
            "case when t.state in ('CALCULATED', 'ALTERED') then 'APPROVAL' when t.state = 'APPROVED' then 'PAYMENT' end";

    private final JdbcClient jdbc;

    JdbcRefundDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> unplanned(int limit) {
        return jdbc.sql("""
                        select t.reference from termination t
                         where t.state in ('CALCULATED', 'ALTERED', 'APPROVED')
                           and not exists (select from refund_day d where d.termination = t.reference and d.stage = %s)
                         order by t.elected_at, t.reference limit :limit""".formatted(STAGE))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public void plan(String reference, RefundStage stage, Instant endsAt) {
        jdbc.sql("""
                        insert into refund_day (termination, stage, ends_at) values (:reference, :stage, :at)
                        on conflict (termination, stage) do nothing""")
                .param("reference", reference)
                .param("stage", stage.name())
                .param("at", endsAt)
                .update();
    }

    @Override
    public Optional<Instant> missed(String reference, RefundStage stage, Instant now) {
        return jdbc.sql("""
                        select ends_at from refund_day
                         where termination = :reference and stage = :stage and told_at is null and ends_at <= :now""")
                .param("reference", reference)
                .param("stage", stage.name())
                .param("now", now)
                .query(Columns::instant)
                .optional();
    }

    @Override
    public void told(String reference, RefundStage stage, Instant at) {
        jdbc.sql("update refund_day set told_at = :at where termination = :reference and stage = :stage")
                .param("at", at)
                .param("reference", reference)
                .param("stage", stage.name())
                .update();
    }

    @Override
    public List<String> missed(Instant now, int limit) {
        return jdbc.sql("""
                        select t.reference from refund_day d join termination t on t.reference = d.termination
                         where d.told_at is null and d.ends_at <= :now and d.stage = %s
                         order by d.ends_at, t.reference limit :limit""".formatted(STAGE))
                .param("now", now)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return jdbc.sql("""
                        select ends_at from refund_day where told_at is null and ends_at > :after
                         order by ends_at limit 1""").param("after", after).query(Columns::instant).optional();
    }
}
