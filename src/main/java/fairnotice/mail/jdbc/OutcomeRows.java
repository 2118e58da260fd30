package fairnotice.mail.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.mail.LateOutcome;
import fairnotice.mail.MessageState;
import fairnotice.mail.Outcome;
import fairnotice.refusal.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
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
                        select g.key, m.party, m.contact, m.address, m.state, m.at, m.handed_over_at, m.reply, m.language
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
                        select g.key, m.party, m.contact, m.address, m.state, m.at, m.handed_over_at, m.reply, m.language
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
    List<LateOutcome> late(int limit) {
        return jdbc.sql("""
                        select l.id, 'message ' || l.batch || '.' || l.ordinal as message
                        from mail_late l join mail_batch b on b.id = l.batch
                        where b.reported_at is not null
                        order by l.id
                        limit :limit
                        """).param("limit", limit).query(LateOutcome.class).list();
    }

    List<Outcome> takeLate(Collection<Long> ids) {
        return jdbc.sql("""
                        with taken as (
                            delete from mail_late where id in (
                                select id from mail_late where id = any(:ids) order by id for update skip locked)
                            returning id, batch, ordinal, state, at, handed_over_at, reply)
                        select g.key, m.party, m.contact, m.address, t.state, t.at, t.handed_over_at, t.reply, m.language
                        from taken t join mail_message m using (batch, ordinal) join mailing g on g.id = m.mailing
                        order by t.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> outcome(row))
                .list();
    }

    /** A batch has one message an address and party. */
    void putOff(long batch, Outcome outcome) {
        jdbc.sql("""
                        insert into mail_late (batch, ordinal, state, reply, at, handed_over_at)
                        select batch, ordinal, :state, :reply, :at, :handedOverAt
                        from mail_message
                        where batch = :batch and party = :party and lower(address) = lower(:address)
                        """)
                .param("batch", batch)
                .param("party", outcome.party())
                .param("address", outcome.address())
                .param("state", outcome.state().name())
                .param("reply", outcome.reply())
                .param("at", outcome.at())
                .param("handedOverAt", outcome.handedOverAt(), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
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
                row.getString("reply"),
                Language.known(row.getString("language")).orElse(Language.EN));
    }
}
