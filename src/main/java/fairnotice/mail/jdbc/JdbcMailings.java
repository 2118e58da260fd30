package fairnotice.mail.jdbc;

import fairnotice.access.Scope;
import fairnotice.mail.Attachment;
import fairnotice.mail.FinishedBatch;
import fairnotice.mail.LateOutcome;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.MessageCounts;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outcome;
import fairnotice.mail.Outgoing;
import fairnotice.mail.smtp.SenderSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mailings on the mail tables; calls of several statements join the caller's transaction, or make one of their own. */
@Repository
class JdbcMailings implements Mailings {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MessageInserts pages;
    private final OutcomeRows outcomes;
    private final MailingRows mailings;

    JdbcMailings(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, SenderSettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.pages = new MessageInserts(jdbc, settings.batchSize());
        this.outcomes = new OutcomeRows(jdbc);
        this.mailings = new MailingRows(jdbc);
    }

    @Override
    public long open(NewMailing mailing) {
        return transaction.execute(status -> mailings.open(mailing, clock.instant()));
    }

    @Override
    public void append(long mailing, List<Outgoing> page) {
        transaction.executeWithoutResult(status -> {
            if (!page.isEmpty() && !isCancelled(mailing)) {
                pages.insert(mailing, page);
            }
        });
    }

    /** Holds off a cancellation until this page is there to be cancelled too. */
    private boolean isCancelled(long mailing) {
        return jdbc.sql("select cancelled_at is not null from mailing where id = :id for share")
                .param("id", mailing)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void seal(long mailing) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update mailing set sealed_at = :now where id = :id and sealed_at is null")
                    .param("id", mailing)
                    .param("now", clock.instant())
                    .update();
            settle(mailing);
        });
    }

    @Override
    public void reported(long batch) {
        transaction.executeWithoutResult(status -> {
            // The mailing's row first: two last batches reported at once must not both miss each other.
            long mailing = jdbc.sql("""
                            select id from mailing where id = (select mailing from mail_batch where id = :batch)
                            for no key update
                            """).param("batch", batch).query(Long.class).single();
            jdbc.sql("update mail_batch set reported_at = :now where id = :batch and reported_at is null")
                    .param("batch", batch)
                    .param("now", clock.instant())
                    .update();
            settle(mailing);
        });
    }

    @Override
    public long send(NewMailing letter, List<Outgoing> to) {
        return transaction.execute(status -> {
            Optional<MailingRows.Opened> opened = mailings.send(letter, to.size(), clock.instant());
            opened.ifPresent(own -> pages.insertInto(own.batch(), own.mailing(), to));
            return opened.map(MailingRows.Opened::mailing).orElseGet(() -> mailings.id(letter.key()));
        });
    }

    private void settle(long mailing) {
        jdbc.sql("""
                        update mailing set settled_at = :now
                        where id = :id and sealed_at is not null and settled_at is null
                          and not exists (select from mail_batch where mailing = :id and reported_at is null)
                        """).param("id", mailing).param("now", clock.instant()).update();
    }

    @Override
    public void cancelUnsent(String keyPrefix) {
        transaction.executeWithoutResult(status -> new Cancelling(jdbc).cancel(keyPrefix, clock.instant()));
    }

    @Override
    public Set<String> addressed(long mailing, Collection<String> addresses) {
        return Set.copyOf(jdbc.sql("""
                                select distinct lower(address) from mail_message
                                where mailing = :mailing and lower(address) in (select lower(a) from unnest(:addresses) a)
                                """)
                .param("mailing", mailing)
                .param("addresses", addresses.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    @Override
    public List<FinishedBatch> finishedBatches(int limit) {
        return jdbc.sql("""
                        select b.id, b.mailing, m.key as mailing_key
                        from mail_batch b join mailing m on m.id = b.mailing
                        where b.done_at is not null and b.reported_at is null
                        order by b.id
                        limit :limit
                        """).param("limit", limit).query(FinishedBatch.class).list();
    }

    @Override
    public boolean anyUnreported(String keyPrefix) {
        return jdbc.sql("""
                        select exists (
                            select from mailing m join mail_batch b on b.mailing = m.id
                            where m.key collate "C" >= :prefix and m.key collate "C" < :prefix || chr(1114111) and b.reported_at is null)
                        """).param("prefix", keyPrefix).query(Boolean.class).single();
    }

    @Override
    public List<Outcome> outcomes(long batch) {
        return outcomes.ofBatch(batch);
    }

    @Override
    public void putOff(long batch, List<Outcome> untaken) {
        untaken.forEach(outcome -> outcomes.putOff(batch, outcome));
    }

    @Override
    public List<LateOutcome> lateOutcomes(int limit) {
        return outcomes.late(limit);
    }

    @Override
    public List<Outcome> takeLate(Collection<Long> ids) {
        return outcomes.takeLate(ids);
    }

    @Override
    public List<Outcome> messages(long mailing, int offset, int limit) {
        return outcomes.ofMailing(mailing, offset, limit);
    }

    @Override
    public List<Mailing> settled(int limit) {
        return mailings.settled(limit);
    }

    @Override
    public void signalled(long mailing) {
        jdbc.sql("update mailing set signalled_at = :now where id = :id and signalled_at is null")
                .param("id", mailing)
                .param("now", clock.instant())
                .update();
    }

    @Override
    public Optional<Mailing> find(long id) {
        return mailings.find(id);
    }

    @Override
    public Optional<Mailing> find(long id, Scope within) {
        return mailings.find(id, within);
    }

    @Override
    public List<Attachment> enclosures(long mailing) {
        return new AttachmentRows(jdbc).of(mailing);
    }

    @Override
    public Optional<Mailing> byKey(String key) {
        return mailings.byKey(key);
    }

    @Override
    public List<Mailing> about(String reference) {
        return mailings.about(reference);
    }

    @Override
    public List<Mailing> recent(Scope within, int limit) {
        return mailings.recent(within, limit);
    }

    @Override
    public MessageCounts counts(String keyPrefix) {
        return mailings.counts(keyPrefix);
    }

    @Override
    public boolean isQuiet() {
        return jdbc.sql("""
                        select not exists (select from mail_batch where done_at is null)
                           and not exists (select from mail_batch where done_at is not null and reported_at is null)
                           and not exists (select from mail_late)
                        """).query(Boolean.class).single();
    }
}
