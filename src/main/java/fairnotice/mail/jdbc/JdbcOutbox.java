package fairnotice.mail.jdbc;

import fairnotice.mail.Enclosure;
import fairnotice.mail.Kind;
import fairnotice.mail.Letter;
import fairnotice.mail.smtp.Attempt;
import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.Masthead;
import fairnotice.mail.smtp.Outbox;
import fairnotice.mail.smtp.Queued;
import fairnotice.mail.smtp.Retry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims, leases and outcomes on the mail tables. */
@Repository
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AttemptRows attempts;
    private final MessageRows messages;
    private final Clock clock;

    JdbcOutbox(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.attempts = new AttemptRows(jdbc);
        this.messages = new MessageRows(jdbc);
        this.clock = clock;
    }

    @Override
    public Optional<ClaimedBatch> claim(Duration lease) {
        return jdbc.sql("""
                        update mail_batch set owner = gen_random_uuid(), lease_until = now() + :lease * interval '1 millisecond'
                        where id = (
                            select b.id from mail_batch b join mailing m on m.id = b.mailing
                            where b.done_at is null and (b.lease_until is null or b.lease_until < now())
                            order by m.kind = 'NEWSLETTER', b.size > 20, b.id
                            limit 1
                            for update of b skip locked)
                        returning id, mailing, owner
                        """)
                .param("lease", lease.toMillis())
                .query(ClaimedBatch.class)
                .optional();
    }

    @Override
    public Set<UUID> renew(Collection<UUID> owners, Duration lease) {
        return Set.copyOf(jdbc.sql("""
                                update mail_batch set lease_until = now() + :lease * interval '1 millisecond'
                                where owner = any(:owners) and done_at is null
                                returning owner
                                """)
                .param("lease", lease.toMillis())
                .param("owners", owners.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    @Override
    public void release(ClaimedBatch batch) {
        jdbc.sql("update mail_batch set owner = null, lease_until = null where id = :id and owner = :owner")
                .param("id", batch.id())
                .param("owner", batch.owner())
                .update();
    }

    @Override
    public void done(ClaimedBatch batch) {
        jdbc.sql("""
                        update mail_batch set done_at = :now, owner = null, lease_until = null
                        where id = :id and owner = :owner and done_at is null
                        """)
                .param("id", batch.id())
                .param("owner", batch.owner())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A row for each enclosure, and one when there is none. */
    @Override
    public Masthead masthead(long mailing) {
        List<Masthead> rows = jdbc.sql("""
                        select g.*, e.name as enclosed, e.content_type, e.content
                        from mailing g left join mail_enclosure e on e.mailing = g.id
                        where g.id = :id
                        order by e.ordinal
                        """)
                .param("id", mailing)
                .query((row, n) -> masthead(row))
                .list();
        List<Enclosure> enclosures =
                rows.stream().flatMap(row -> row.letter().enclosures().stream()).toList();
        return rows.get(0).with(enclosures);
    }

    private static Masthead masthead(ResultSet row) throws SQLException {
        Letter letter = new Letter(row.getString("subject"), row.getString("text_part"), row.getString("html_part"));
        String enclosed = row.getString("enclosed");
        return new Masthead(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("from_name"),
                row.getString("sender"),
                row.getString("reply_to"),
                row.getString("list_id"),
                enclosed == null
                        ? letter
                        : letter.enclosing(
                                new Enclosure(enclosed, row.getString("content_type"), row.getBytes("content"))),
                row.getObject("secret", UUID.class));
    }

    @Override
    public List<Queued> pending(long batch, int afterOrdinal, int limit) {
        return messages.pending(batch, afterOrdinal, limit);
    }

    @Override
    public Optional<Retry> claimDeferred(Duration hold) {
        return messages.claimDeferred(hold);
    }

    @Override
    public void record(List<Attempt> made) {
        transaction.executeWithoutResult(status -> attempts.record(made));
    }
}
