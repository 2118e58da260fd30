package fairnotice.mail.jdbc;

import fairnotice.mail.FailedMessages;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed messages in place: their batches are opened again, and senders claim them as any other. */
@Repository
class JdbcFailedMessages implements FailedMessages {

    /** Of batches whose owner has heard; those of others are still at work. */
    private static final String FAILED = """
            from mail_batch b join mail_message m on m.batch = b.id
            where b.mailing = :mailing and b.done_at is not null and b.reported_at is not null
              and m.state in ('REFUSED', 'BOUNCED') and m.again_at is null
            """;

    private final JdbcClient jdbc;

    JdbcFailedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Counts counts(long mailing) {
        return jdbc.sql("""
                        select count(*) filter (where m.state = 'REFUSED') as refused,
                               count(*) filter (where m.state = 'BOUNCED') as bounced
                        """ + FAILED)
                .param("mailing", mailing)
                .query(Counts.class)
                .single();
    }

    /** Called in a transaction: the mailing's row holds off a cancellation, and the order of the table other writers. */
    @Override
    public long sendAgain(long mailing, Instant at) {
        boolean cancelled = jdbc.sql("select cancelled_at is not null from mailing where id = :id for no key update")
                .param("id", mailing)
                .query(Boolean.class)
                .single();
        return cancelled ? 0 : reopen(mailing, at);
    }

    private long reopen(long mailing, Instant at) {
        return jdbc.sql("""
                        with failed as (
                            select m.batch, m.ordinal
                        """ + FAILED + """
                            order by m.batch, m.ordinal
                            for update of m),
                        again as (
                            update mail_message m
                            set state = 'PENDING', at = null, handed_over_at = null, attempts = 0, again_at = :at
                            from failed f where m.batch = f.batch and m.ordinal = f.ordinal
                            returning m.batch),
                        not_by_itself as (
                            delete from mail_deferred d using failed f where d.batch = f.batch and d.ordinal = f.ordinal),
                        opened as (
                            update mail_batch b set done_at = null, owner = null, lease_until = null
                            where b.id in (select batch from again))
                        select count(*) from again
                        """)
                .param("mailing", mailing)
                .param("at", at)
                .query(Long.class)
                .single();
    }
}
