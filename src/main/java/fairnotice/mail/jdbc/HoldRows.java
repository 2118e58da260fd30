package fairnotice.mail.jdbc;

import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.Hold;
import fairnotice.mail.smtp.Queued;
import fairnotice.mail.smtp.Refusal;
import fairnotice.mail.smtp.Unheld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mailings that wait because the relay refuses us. */
class HoldRows {

    private final JdbcClient jdbc;
    private final Duration probe;
    private final Duration most;

    /** @param probe first wait between two tries; doubles up to {@code most} */
    HoldRows(JdbcClient jdbc, Duration probe, Duration most) {
        this.jdbc = jdbc;
        this.probe = probe;
        this.most = most;
    }

    boolean isAccepting(long mailing) {
        return jdbc.sql("""
                        select exists (
                            select from mailing g join mail_message m on m.mailing = g.id
                            where g.id = :mailing and m.state in ('HANDED_OVER', 'DELIVERED', 'BOUNCED')
                              and lower(split_part(m.address, '@', -1)) <> lower(split_part(g.sender, '@', -1)))
                        """).param("mailing", mailing).query(Boolean.class).single();
    }

    Hold hold(Queued message, String reply, Duration nextIn, Instant now) {
        tried(message, reply);
        boolean open = jdbc.sql("select exists (select from mail_hold where given_up_at is null)")
                .query(Boolean.class)
                .single();
        int begun = jdbc.sql("""
                        insert into mail_hold (mailing, since, reply, next_attempt_at)
                        values (:mailing, :now, :reply, now() + :millis * interval '1 millisecond')
                        on conflict (mailing) do nothing
                        """)
                .param("mailing", message.mailing())
                .param("now", now)
                .param("reply", reply)
                .param("millis", nextIn.toMillis())
                .update();
        boolean held = begun == 1
                || jdbc.sql("select exists (select from mail_hold where mailing = :mailing and given_up_at is null)")
                        .param("mailing", message.mailing())
                        .query(Boolean.class)
                        .single();
        return new Hold(held, begun == 1 && !open);
    }

    /** What the relay said stands with the message, though that is still pending. */
    private void tried(Queued message, String reply) {
        jdbc.sql("""
                        update mail_message set attempts = attempts + 1, reply = :reply
                        where batch = :batch and ordinal = :ordinal and state = 'PENDING'
                        """)
                .param("batch", message.batch())
                .param("ordinal", message.ordinal())
                .param("reply", reply)
                .update();
    }

    List<Refusal> refused(long mailing) {
        return jdbc.sql("""
                        select m.batch, m.ordinal, m.address, coalesce(m.reply, '') as reply
                        from mail_batch b join mail_message m on m.batch = b.id
                        where b.mailing = :mailing and b.done_at is null and m.state = 'REFUSED'
                        """).param("mailing", mailing).query(Refusal.class).list();
    }

    /** The batch's row is locked, so that it is not finished meanwhile. */
    void takeBack(List<Refusal> refused) {
        jdbc.sql("""
                        with unfinished as (
                            select id from mail_batch where id = any(:batches) and done_at is null order by id for update)
                        update mail_message m set state = 'PENDING', at = null
                        from unnest(:batches, :ordinals) as t (batch, ordinal), unfinished u
                        where m.batch = t.batch and m.ordinal = t.ordinal and u.id = m.batch and m.state = 'REFUSED'
                        """)
                .param("batches", refused.stream().map(Refusal::batch).toArray(Long[]::new))
                .param("ordinals", refused.stream().map(Refusal::ordinal).toArray(Integer[]::new))
                .update();
    }

    /** A mailing one of whose batches is at work is being tried already. */
    Optional<ClaimedBatch> claim(Duration lease) {
        jdbc.sql("""
                        delete from mail_hold h
                        where not exists (select from mail_message m where m.mailing = h.mailing and m.state = 'PENDING')
                        """).update();
        Optional<Long> due = jdbc.sql("""
                        update mail_hold
                        set attempts = attempts + 1,
                            next_attempt_at = now() + least(:probe * power(2, least(attempts, 30)), :most) * interval '1 millisecond'
                        where mailing = (
                            select h.mailing from mail_hold h
                            where h.given_up_at is null and h.next_attempt_at <= now()
                              and not exists (select from mail_batch b where b.mailing = h.mailing and b.lease_until > now())
                            order by h.next_attempt_at
                            limit 1
                            for update skip locked)
                        returning mailing
                        """)
                .param("probe", probe.toMillis())
                .param("most", most.toMillis())
                .query(Long.class)
                .optional();
        return due.flatMap(mailing -> batch(mailing, lease));
    }

    private Optional<ClaimedBatch> batch(long mailing, Duration lease) {
        return jdbc.sql("""
                        update mail_batch set owner = gen_random_uuid(), lease_until = now() + :lease * interval '1 millisecond'
                        where id = (
                            select b.id
                            from mail_batch b join mail_message m on m.batch = b.id
                            where b.mailing = :mailing and b.done_at is null and m.state = 'PENDING'
                            order by m.attempts, b.id
                            limit 1)
                        returning id, mailing, owner
                        """)
                .param("mailing", mailing)
                .param("lease", lease.toMillis())
                .query(ClaimedBatch.class)
                .optional();
    }

    void still(Queued message, String reply, Duration longest) {
        tried(message, reply);
        jdbc.sql("""
                        update mail_hold
                        set reply = :reply, works_again = false,
                            given_up_at = case when began_at < now() - :longest * interval '1 millisecond' then now() end
                        where mailing = :mailing
                        """)
                .param("reply", reply)
                .param("longest", longest.toMillis())
                .param("mailing", message.mailing())
                .update();
    }

    Unheld release(long mailing) {
        Optional<Unheld> unheld = jdbc.sql("""
                        select not works_again as first, extract(epoch from now() - began_at)::bigint as seconds,
                               (select count(*) from mail_hold h join mail_message m on m.mailing = h.mailing
                                where m.state = 'PENDING' and h.given_up_at is null) as waited
                        from mail_hold where mailing = :mailing
                        for update
                        """)
                .param("mailing", mailing)
                .query((row, n) -> new Unheld(
                        row.getBoolean("first"), Duration.ofSeconds(row.getLong("seconds")), row.getLong("waited")))
                .optional();
        jdbc.sql("delete from mail_hold where mailing = :mailing")
                .param("mailing", mailing)
                .update();
        jdbc.sql("update mail_hold set next_attempt_at = now(), works_again = true where given_up_at is null")
                .update();
        return unheld.orElse(new Unheld(false, Duration.ZERO, 0));
    }
}
