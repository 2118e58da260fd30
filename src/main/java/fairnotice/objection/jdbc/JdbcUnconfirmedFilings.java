package fairnotice.objection.jdbc;

import static fairnotice.objection.jdbc.ObjectionRows.instant;
import static fairnotice.objection.jdbc.ObjectionRows.timestamp;

import fairnotice.objection.Grounds;
import fairnotice.objection.Unconfirmed;
import fairnotice.objection.UnconfirmedFilings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnconfirmedFilings implements UnconfirmedFilings {

    private final JdbcClient jdbc;

    JdbcUnconfirmedFilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(Unconfirmed filing) {
        return jdbc.sql("""
                        insert into objection_unconfirmed (change_reference, name, organisation, email, grounds, text, filed_at)
                        values (:change, :name, :organisation, :email, :grounds, :text, :filedAt) returning id""")
                .param("change", filing.change())
                .param("name", filing.name())
                .param("organisation", filing.organisation())
                .param("email", filing.email())
                .param("grounds", filing.grounds().name())
                .param("text", filing.text())
                .param("filedAt", timestamp(filing.filedAt()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Unconfirmed> find(long id) {
        return one("", id);
    }

    @Override
    public Optional<Unconfirmed> hold(long id) {
        return one(" for update", id);
    }

    private Optional<Unconfirmed> one(String how, long id) {
        return jdbc.sql("select * from objection_unconfirmed where id = :id" + how)
                .param("id", id)
                .query(JdbcUnconfirmedFilings::filing)
                .optional();
    }

    @Override
    public void confirmed(long id, String objection, Instant at) {
        jdbc.sql("update objection_unconfirmed set confirmed_at = :at, objection = :objection where id = :id")
                .param("id", id)
                .param("objection", objection)
                .param("at", timestamp(at))
                .update();
    }

    @Override
    public int filedBy(String email, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('unconfirmed ' || lower(:email)))")
                .param("email", email)
                .query((row, number) -> true)
                .single();
        return jdbc.sql(
                        "select count(*) from objection_unconfirmed where lower(email) = lower(:email) and filed_at > :since")
                .param("email", email)
                .param("since", timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("""
                        delete from objection_unconfirmed where id in (
                            select id from objection_unconfirmed where confirmed_at is null and filed_at < :before
                             order by id limit 100 for update skip locked)""").param("before", timestamp(before)).update();
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
                instant(row, "confirmed_at"),
                row.getString("objection"));
    }
}
