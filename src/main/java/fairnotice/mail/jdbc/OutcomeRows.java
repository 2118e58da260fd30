package fairnotice.mail.jdbc;

import fairnotice.mail.MessageState;
import fairnotice.mail.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of messages. */
class OutcomeRows {

    private final JdbcClient jdbc;

    OutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Outcome> ofBatch(long batch) {
        return jdbc.sql("""
                        select g.key, m.party, m.contact, m.address, m.state, m.at, m.handed_over_at, m.reply
                        from mail_message m join mailing g on g.id = m.mailing
                        where m.batch = :batch
                        order by m.ordinal
                        """)
                .param("batch", batch)
                .query((row, n) -> outcome(row))
                .list();
    }

    List<Outcome> ofMailing(long mailing, int offset, int limit) {
        return jdbc.sql("""
                        select g.key, m.party, m.contact, m.address, m.state, m.at, m.handed_over_at, m.reply
                        from mail_batch b join mail_message m on m.batch = b.id join mailing g on g.id = b.mailing
                        where b.mailing = :mailing
                        order by m.batch, m.ordinal
                        offset :offset limit :limit
                        """)
                .param("mailing", mailing)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> outcome(row))
                .list();
    }

    /** Those of batches not yet reported wait: their owner has not heard the first outcome. */
    List<Outcome> takeLate(int limit) {
        return jdbc.sql("""
                        with taken as (
                            delete from mail_late where id in (
                                select l.id from mail_late l join mail_batch b on b.id = l.batch
                                where b.reported_at is not null
                                order by l.id
                                limit :limit
                                for update of l skip locked)
                            returning id, batch, ordinal, state, at, handed_over_at, reply)
                        select g.key, m.party, m.contact, m.address, t.state, t.at, t.handed_over_at, t.reply
                        from taken t join mail_message m using (batch, ordinal) join mailing g on g.id = m.mailing
                        order by t.id
                        """)
                .param("limit", limit)
                .query((row, n) -> outcome(row))
                .list();
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        MessageState state = MessageState.valueOf(row.getString("state"));
        Instant at = instant(row, "at");
        return new Outcome(
                row.getString("key"),
                row.getLong("party"),
                row.getLong("contact"),
                row.getString("address"),
                state,
                at,
                state == MessageState.HANDED_OVER ? at : instant(row, "handed_over_at"),
                row.getString("reply"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
