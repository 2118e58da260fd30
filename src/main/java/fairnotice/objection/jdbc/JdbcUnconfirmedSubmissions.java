package fairnotice.objection.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.objection.Grounds;
import fairnotice.objection.Unconfirmed;
import fairnotice.objection.UnconfirmedSubmissions;
import fairnotice.refusal.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnconfirmedSubmissions implements UnconfirmedSubmissions {

    private static final double MILLIS = 1_000;

    private final JdbcClient jdbc;

    JdbcUnconfirmedSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> add(Unconfirmed filing, Duration wait) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('unconfirmed ' || lower(:email)))")
                .param("email", filing.email())
                .query((row, number) -> true)
                .single();
        return jdbc.sql("""
                        insert into objection_unconfirmed (change_reference, name, organisation, email, grounds, text, filed_at, mail_at, language)
                        select :change, :name, :organisation, :email, :grounds, :text, :filedAt, now() + make_interval(secs => :wait), :language
                         where not exists (
                               select 1 from objection_unconfirmed
                                where lower(email) = lower(:email) and filed_at > :filedAt::timestamptz - interval '7 days' and confirmed_at is null
                                  and (change_reference, name, organisation, grounds, text) = (:change, :name, :organisation, :grounds, :text))
                        returning id""")
                .param("change", filing.change())
                .param("name", filing.name())
                .param("organisation", filing.organisation())
                .param("email", filing.email())
                .param("grounds", filing.grounds().name())
                .param("text", filing.text())
                .param("filedAt", filing.filedAt())
                .param("language", filing.language().code())
                .param("wait", wait.toMillis() / MILLIS)
                .query(Long.class)
                .optional();
    }

    @Override
    public List<Long> toMail(int limit) {
        return jdbc.sql("select id from objection_unconfirmed where mail_at <= now() order by mail_at limit :limit")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    @Override
    public void putOff(long id, Duration wait) {
        jdbc.sql(
                        "update objection_unconfirmed set mail_at = now() + make_interval(secs => :wait) where id = :id and mail_at is not null")
                .param("id", id)
                .param("wait", wait.toMillis() / MILLIS)
                .update();
    }

    @Override
    public void mailed(Unconfirmed filing, Instant at) {
        jdbc.sql("""
                        update objection_unconfirmed set mail_at = null, mailed_at = :at
                         where lower(email) = lower(:email) and change_reference = :change and mail_at is not null""")
                .param("email", filing.email())
                .param("change", filing.change())
                .param("at", at)
                .update();
    }

    @Override
    public List<Unconfirmed> besides(Unconfirmed filing) {
        return jdbc.sql("""
                        select * from objection_unconfirmed
                         where lower(email) = lower(:email) and change_reference = :change and id <> :id and confirmed_at is null
                         order by id limit 50""")
                .param("email", filing.email())
                .param("change", filing.change())
                .param("id", filing.id())
                .query(JdbcUnconfirmedSubmissions::filing)
                .list();
    }

    @Override
    public Optional<Unconfirmed> find(long id) {
        return one("", id);
    }

    @Override
    public Optional<Unconfirmed> lock(long id) {
        return one(" for update", id);
    }

    private Optional<Unconfirmed> one(String how, long id) {
        return jdbc.sql("select * from objection_unconfirmed where id = :id" + how)
                .param("id", id)
                .query(JdbcUnconfirmedSubmissions::filing)
                .optional();
    }

    @Override
    public void confirmed(long id, String objection, Instant at) {
        jdbc.sql(
                        "update objection_unconfirmed set confirmed_at = :at, objection = :objection, mail_at = null where id = :id")
                .param("id", id)
                .param("objection", objection)
                .param("at", at)
                .update();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("""
                        delete from objection_unconfirmed where id in (
                            select id from objection_unconfirmed where confirmed_at is null and mailed_at < :before
                             order by id limit 100 for update skip locked)""").param("before", before).update();
    }

    private static Unconfirmed filing(ResultSet row, int number) throws SQLException {
        return new Unconfirmed(
                row.getLong("id"),
                row.getString("change_reference"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("email"),
                Grounds.valueOf(row.getString("grounds")),
                row.getString("text"),
                instant(row, "filed_at"),
                instant(row, "mailed_at"),
                instant(row, "confirmed_at"),
                row.getString("objection"),
                Language.known(row.getString("language")).orElse(Language.EN));
    }
}
