package fairnotice.notice.jdbc;

import fairnotice.notice.Dispatch;
import fairnotice.notice.Dispatches;
import fairnotice.notice.NewDispatch;
import fairnotice.notice.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDispatches implements Dispatches {

    private final JdbcClient jdbc;

    JdbcDispatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(NewDispatch telling, Instant at) {
        jdbc.sql("""
                        insert into telling (reference, round, occasion, number, register, policy_version, created_at,
                                             contractual_mailing, newsletter_mailing, cursor)
                        values (:reference, :round, :occasion, :number, :register, :policyVersion, :at,
                                :contractual, :newsletter, :cursor)
                        on conflict (reference, round, occasion, number) do nothing""")
                .param("reference", telling.reference())
                .param("round", telling.round())
                .param("occasion", telling.occasion().name())
                .param("number", telling.number())
                .param("register", telling.register())
                .param("policyVersion", telling.policyVersion())
                .param("at", at)
                .param("contractual", telling.contractualMailing())
                .param("newsletter", telling.newsletterMailing())
                .param("cursor", telling.cursor())
                .update();
    }

    @Override
    public List<Dispatch> uncut(int limit) {
        return jdbc.sql("select * from telling where cut_at is null order by id limit :limit")
                .param("limit", limit)
                .query(JdbcDispatches::telling)
                .list();
    }

    @Override
    public Optional<Dispatch> lockPending(long id) {
        return jdbc.sql("select * from telling where id = :id and cut_at is null for update skip locked")
                .param("id", id)
                .query(JdbcDispatches::telling)
                .optional();
    }

    @Override
    public boolean anyUncut() {
        return jdbc.sql("select exists (select from telling where cut_at is null)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isCut(Dispatch telling) {
        return jdbc.sql("select cut_at is not null from telling where id = :id")
                .param("id", telling.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void save(Dispatch telling) {
        jdbc.sql("update telling set cursor = :cursor, subscriber_cursor = :subscribers where id = :id")
                .param("cursor", telling.cursor())
                .param("subscribers", telling.subscriberCursor())
                .param("id", telling.id())
                .update();
    }

    @Override
    public void cut(Dispatch telling, Instant at) {
        jdbc.sql("update telling set cut_at = :at where id = :id")
                .param("at", at)
                .param("id", telling.id())
                .update();
    }

    @Override
    public Optional<Dispatch> last(String reference, int round, Occasion occasion) {
        return jdbc.sql("""
                        select * from telling
                         where reference = :reference and round = :round and occasion = :occasion
                         order by number desc limit 1""")
                .param("reference", reference)
                .param("round", round)
                .param("occasion", occasion.name())
                .query(JdbcDispatches::telling)
                .optional();
    }

    @Override
    public List<Dispatch> lastOf(Collection<String> references, Occasion occasion) {
        return jdbc.sql("""
                        select distinct on (reference) * from telling
                         where reference = any(:references) and occasion = :occasion
                         order by reference, round desc, number desc""")
                .param("references", references.toArray(String[]::new))
                .param("occasion", occasion.name())
                .query(JdbcDispatches::telling)
                .list();
    }

    @Override
    public void stop(String reference, int round, Instant at) {
        jdbc.sql("update telling set cut_at = :at where reference = :reference and round = :round and cut_at is null")
                .param("at", at)
                .param("reference", reference)
                .param("round", round)
                .update();
    }

    private static Dispatch telling(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getLong("id"),
                row.getString("reference"),
                row.getInt("round"),
                Occasion.valueOf(row.getString("occasion")),
                row.getInt("number"),
                row.getString("register"),
                row.getInt("policy_version"),
                row.getLong("contractual_mailing"),
                row.getObject("newsletter_mailing", Long.class),
                row.getLong("cursor"),
                row.getObject("subscriber_cursor", Long.class));
    }
}
