package fairnotice.mail.jdbc;

import fairnotice.mail.Attachment;
import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import fairnotice.mail.smtp.Attempt;
import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.Hold;
import fairnotice.mail.smtp.MailingHeader;
import fairnotice.mail.smtp.Outbox;
import fairnotice.mail.smtp.Queued;
import fairnotice.mail.smtp.Refusal;
import fairnotice.mail.smtp.Retry;
import fairnotice.mail.smtp.SenderSettings;
import fairnotice.mail.smtp.Unheld;
import fairnotice.refusal.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

    /** How many letters one connection takes at a time. */
    private static final int LETTERS_AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AttemptRows attempts;
    private final MessageRows messages;
    private final HoldRows holds;
    private final Clock clock;

    JdbcOutbox(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, SenderSettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.attempts = new AttemptRows(jdbc);
        this.messages = new MessageRows(jdbc);
        this.holds = new HoldRows(jdbc, settings.probe(), settings.probeMost());
        this.clock = clock;
    }

    /** Those looked at besides the ones taken are locked for this statement only. */
    @Override
    public List<ClaimedBatch> claim(Duration lease) {
        return jdbc.sql("""
                        with free as materialized (
                            select id, urgency from mail_batch
                            where done_at is null and (lease_until is null or lease_until < now())
                              and mailing not in (select mailing from mail_hold where given_up_at is null)
                            order by urgency, id
                            limit :most
                            for update skip locked),
                        taken as (
                            select id from (select id, urgency, row_number() over (order by urgency, id) as place from free) ranked
                            where place = 1 or urgency = 0)
                        update mail_batch b set owner = gen_random_uuid(), lease_until = now() + :lease * interval '1 millisecond'
                        from taken where b.id = taken.id
                        returning b.id, b.mailing, b.owner
                        """)
                .param("lease", lease.toMillis())
                .param("most", LETTERS_AT_ONCE)
                .query(ClaimedBatch.class)
                .list();
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
    public void release(Collection<ClaimedBatch> batches) {
        owned(batches, """
                update mail_batch b set owner = null, lease_until = null
                from unnest(:ids, :owners) as t (id, owner) where b.id = t.id and b.owner = t.owner
                """).update();
    }

    @Override
    public void setAside(Collection<ClaimedBatch> batches, Duration wait) {
        owned(batches, """
                update mail_batch b set owner = null, lease_until = now() + :wait * interval '1 millisecond'
                from unnest(:ids, :owners) as t (id, owner) where b.id = t.id and b.owner = t.owner
                """).param("wait", wait.toMillis()).update();
    }

    /** A mailing that nobody follows has one batch only and is settled with it. A batch that was opened again was reported before. */
    @Override
    public void done(Collection<ClaimedBatch> batches) {
        owned(batches, """
                with finished as (
                    update mail_batch b
                    set done_at = :now, owner = null, lease_until = null, reported_at = case when g.followed then b.reported_at else :now end
                    from unnest(:ids, :owners) as t (id, owner), mailing g
                    where b.id = t.id and b.owner = t.owner and b.done_at is null and g.id = b.mailing
                    returning g.id as mailing, g.followed)
                update mailing set settled_at = :now, signalled_at = :now
                where id in (select mailing from finished where not followed) and settled_at is null
                """).param("now", clock.instant()).update();
    }

    private JdbcClient.StatementSpec owned(Collection<ClaimedBatch> batches, String sql) {
        return jdbc.sql(sql)
                .param("ids", batches.stream().map(ClaimedBatch::id).toArray(Long[]::new))
                .param("owners", batches.stream().map(ClaimedBatch::owner).toArray(UUID[]::new));
    }

    /** A row for each enclosure, and one when there is none. */
    @Override
    public MailingHeader masthead(long mailing, Language language) {
        List<MailingHeader> rows = jdbc.sql("""
                        select g.id, g.kind, g.from_name, g.sender, g.reply_to, g.list_id, g.secret, g.label,
                               coalesce(t.subject, g.subject) as subject, coalesce(t.text_part, g.text_part) as text_part,
                               case when t.mailing is null then g.html_part else t.html_part end as html_part,
                               e.name as enclosed, e.content_type, e.content
                        from mailing g
                             left join mail_translation t on t.mailing = g.id and t.language = :language
                             left join mail_enclosure e on e.mailing = g.id and e.language = coalesce(t.language, 'en')
                        where g.id = :id
                        order by e.ordinal
                        """)
                .param("id", mailing)
                .param("language", language.code())
                .query((row, n) -> masthead(row))
                .list();
        List<Attachment> enclosures =
                rows.stream().flatMap(row -> row.letter().enclosures().stream()).toList();
        return rows.get(0).with(enclosures);
    }

    private static MailingHeader masthead(ResultSet row) throws SQLException {
        Email letter = new Email(row.getString("subject"), row.getString("text_part"), row.getString("html_part"));
        String enclosed = row.getString("enclosed");
        return new MailingHeader(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("from_name"),
                row.getString("sender"),
                row.getString("reply_to"),
                row.getString("list_id"),
                enclosed == null
                        ? letter
                        : letter.enclosing(
                                new Attachment(enclosed, row.getString("content_type"), row.getBytes("content"))),
                row.getObject("secret", UUID.class),
                row.getString("label"));
    }

    @Override
    public List<Queued> pending(Collection<ClaimedBatch> batches, Queued after, int limit) {
        return messages.pending(batches, after, limit);
    }

    @Override
    public Optional<Retry> claimDeferred(Duration hold) {
        return messages.claimDeferred(hold);
    }

    @Override
    public void giveBack(Retry untried) {
        messages.giveBack(untried);
    }

    @Override
    public boolean isAccepting(long mailing) {
        return holds.isAccepting(mailing);
    }

    @Override
    public Hold hold(Queued message, String reply, Duration nextIn) {
        return transaction.execute(status -> holds.hold(message, reply, nextIn, clock.instant()));
    }

    @Override
    public List<Refusal> refused(long mailing) {
        return holds.refused(mailing);
    }

    @Override
    public void takeBack(List<Refusal> refused) {
        holds.takeBack(refused);
    }

    @Override
    public Optional<ClaimedBatch> claimHeld(Duration lease) {
        return transaction.execute(status -> holds.claim(lease));
    }

    @Override
    public Optional<Queued> leastTried(ClaimedBatch batch) {
        return messages.leastTried(batch.id());
    }

    @Override
    public void stillHeld(Queued message, String reply, Duration most) {
        transaction.executeWithoutResult(status -> holds.still(message, reply, most));
    }

    @Override
    public Unheld unhold(long mailing) {
        return transaction.execute(status -> holds.release(mailing));
    }

    @Override
    public long waiting() {
        return jdbc.sql("""
                        select count(*) from mail_batch b join mail_message m on m.batch = b.id
                        where b.done_at is null and m.state = 'PENDING'
                        """).query(Long.class).single();
    }

    @Override
    public void record(List<Attempt> made) {
        transaction.executeWithoutResult(status -> attempts.record(made));
    }
}
