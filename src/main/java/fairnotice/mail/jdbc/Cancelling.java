package fairnotice.mail.jdbc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes back what has not been handed over. Batches left without work are finished by the senders as any other. */
class Cancelling {

    private final JdbcClient jdbc;

    Cancelling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void cancel(String keyPrefix, Instant now) {
        with("""
                update mailing set cancelled_at = :now
                where key collate "C" >= :prefix and key collate "C" < :prefix || chr(1114111) and cancelled_at is null
                """, keyPrefix, now);
        with("""
                with unsent as (
                    select m.batch, m.ordinal
                    from mailing g join mail_batch b on b.mailing = g.id join mail_message m on m.batch = b.id
                    where g.key collate "C" >= :prefix and g.key collate "C" < :prefix || chr(1114111) and b.done_at is null and m.state = 'PENDING'
                    order by m.batch, m.ordinal
                    for update of m)
                update mail_message m set state = 'CANCELLED', at = :now
                from unsent u where m.batch = u.batch and m.ordinal = u.ordinal and m.state = 'PENDING'
                """, keyPrefix, now);
        with("""
                with waiting as (
                    delete from mail_deferred d using mail_batch b join mailing g on g.id = b.mailing
                    where g.key collate "C" >= :prefix and g.key collate "C" < :prefix || chr(1114111) and d.batch = b.id
                    returning d.batch, d.ordinal),
                cancelled as (
                    update mail_message m set state = 'CANCELLED', at = :now
                    from waiting w where m.batch = w.batch and m.ordinal = w.ordinal and m.state = 'DEFERRED'
                    returning m.batch, m.ordinal)
                insert into mail_late (batch, ordinal, state, at)
                select batch, ordinal, 'CANCELLED', :now from cancelled
                """, keyPrefix, now);
    }

    private void with(String sql, String keyPrefix, Instant now) {
        jdbc.sql(sql).param("prefix", keyPrefix).param("now", now).update();
    }
}
