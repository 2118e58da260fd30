package fairnotice.mail.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Scope;
import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailing;
import fairnotice.mail.MessageCounts;
import fairnotice.mail.NewMailing;
import fairnotice.refusal.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens and reads mailings. */
class MailingRows {

    private static final String COUNTS = """
            count(*) as total,
            count(*) filter (where m.state = 'PENDING') as pending,
            count(*) filter (where m.state = 'HANDED_OVER') as handed_over,
            count(*) filter (where m.state = 'DELIVERED') as delivered,
            count(*) filter (where m.state = 'DEFERRED') as deferred,
            count(*) filter (where m.state = 'REFUSED') as refused,
            count(*) filter (where m.state = 'BOUNCED') as bounced,
            count(*) filter (where m.state = 'CANCELLED') as cancelled
            """;

    private static final String WITHIN = """
            (:all or exists (select from subject_register s where s.subject = about and s.register = any(:registers::text[])))""";

    private final JdbcClient jdbc;
    private final AttachmentRows enclosures;

    MailingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.enclosures = new AttachmentRows(jdbc);
    }

    long open(NewMailing mailing, Instant now) {
        int opened = with(mailing, now, """
                        insert into mailing (key, kind, about, from_name, sender, reply_to, list_id,
                                             subject, text_part, html_part, thread, follows_thread, follows_party, created_at)
                        values (:key, :kind, :about, :fromName, :sender, :replyTo, :listId, :subject, :text, :html, :thread,
                                :followsThread, :followsParty, :now)
                        on conflict (key) do nothing
                        """).update();
        long id = id(mailing.key());
        if (opened == 1) {
            translate(id, mailing);
        }
        return id;
    }

    long id(String key) {
        return jdbc.sql("select id from mailing where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** A letter's mailing and its only batch. */
    record Opened(long mailing, long batch) {}

    /** Opens and seals it in one statement; empty when its key is taken. */
    Optional<Opened> send(NewMailing letter, int messages, Instant now) {
        Optional<Opened> opened = with(letter, now, """
                        with opened as (
                            insert into mailing (key, kind, about, from_name, sender, reply_to, list_id,
                                                 subject, text_part, html_part, thread, follows_thread, follows_party, created_at, sealed_at, followed)
                            values (:key, :kind, :about, :fromName, :sender, :replyTo, :listId, :subject, :text, :html, :thread,
                                    :followsThread, :followsParty, :now, :now, false)
                            on conflict (key) do nothing
                            returning id)
                        insert into mail_batch (mailing, size) select id, :messages from opened returning mailing, id as batch
                        """)
                .param("messages", messages)
                .query(Opened.class)
                .optional();
        opened.ifPresent(found -> translate(found.mailing(), letter));
        return opened;
    }

    private void translate(long mailing, NewMailing letters) {
        enclosures.add(mailing, Language.EN, letters.letter().enclosures());
        letters.translations().forEach((language, letter) -> {
            jdbc.sql("""
                            insert into mail_translation (mailing, language, subject, text_part, html_part)
                            values (:mailing, :language, :subject, :text, :html)
                            """)
                    .param("mailing", mailing)
                    .param("language", language.code())
                    .param("subject", letter.subject())
                    .param("text", letter.text())
                    .param("html", letter.html())
                    .update();
            enclosures.add(mailing, language, letter.enclosures());
        });
    }

    private JdbcClient.StatementSpec with(NewMailing mailing, Instant now, String sql) {
        NewMailing.Followed follows = mailing.follows();
        return jdbc.sql(sql)
                .param("key", mailing.key())
                .param("kind", mailing.kind().name())
                .param("about", mailing.about())
                .param("fromName", mailing.fromName())
                .param("sender", mailing.sender())
                .param("replyTo", mailing.replyTo())
                .param("listId", mailing.listId())
                .param("subject", mailing.letter().subject())
                .param("text", mailing.letter().text())
                .param("html", mailing.letter().html())
                .param("thread", mailing.thread())
                .param("followsThread", follows == null ? null : follows.thread(), Types.VARCHAR)
                .param("followsParty", follows == null ? null : follows.party(), Types.BIGINT)
                .param("now", now);
    }

    Optional<Mailing> find(long id) {
        return find(id, Scope.ALL);
    }

    Optional<Mailing> find(long id, Scope within) {
        return select("id = :what and " + WITHIN, "id", 1, id, within).stream().findFirst();
    }

    Optional<Mailing> byKey(String key) {
        return select("key = :what", "id", 1, key, Scope.ALL).stream().findFirst();
    }

    List<Mailing> about(String reference) {
        return select("about = :what", "id", Integer.MAX_VALUE, reference, Scope.ALL);
    }

    List<Mailing> recent(Scope within, int limit) {
        return select("id > :what and " + WITHIN, "id desc", limit, 0, within);
    }

    List<Mailing> settled(int limit) {
        return select("settled_at is not null and signalled_at is null and id > :what", "id", limit, 0, Scope.ALL);
    }

    MessageCounts counts(String keyPrefix) {
        return jdbc.sql("""
                        select %s
                        from mailing g join mail_message m on m.mailing = g.id
                        where g.key collate "C" >= :prefix and g.key collate "C" < :prefix || chr(1114111) and g.kind = 'CONTRACTUAL'
                        """.formatted(COUNTS))
                .param("prefix", keyPrefix)
                .query((row, n) -> counted(row))
                .single();
    }

    /** The condition and the order are ours; only {@code what} comes from outside. */
    private List<Mailing> select(String condition, String order, int limit, Object what, Scope within) {
        return jdbc.sql("""
                        select g.*, c.*, f.fields as shared, coalesce(t.subject, g.subject) as spoken_subject,
                               coalesce(t.text_part, g.text_part) as spoken_text, coalesce(t.html_part, g.html_part) as spoken_html
                        from (select * from mailing where %s order by %s limit :limit) g
                             cross join lateral (select %s from mail_message m where m.mailing = g.id) c
                             left join lateral (
                                 select one.fields
                                 from (select * from mail_message m where m.mailing = g.id limit 1) one
                                 where one.fields <> '{}' and not exists (
                                     select from mail_message m where m.mailing = g.id and m.fields <> one.fields)) f on true
                             left join mail_translation t on t.mailing = g.id and t.language = :spoken
                        order by g.%s
                        """.formatted(condition, order, COUNTS, order))
                .param("what", what)
                .param("all", within.all())
                .param("registers", within.array())
                .param("limit", limit)
                .param("spoken", Language.spoken().code())
                .query((row, n) -> mailing(row))
                .list();
    }

    private static Mailing mailing(ResultSet row) throws SQLException {
        return new Mailing(
                row.getLong("id"),
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                new Email(row.getString("spoken_subject"), row.getString("spoken_text"), row.getString("spoken_html")),
                shared(row.getString("shared")),
                instant(row, "created_at"),
                instant(row, "sealed_at"),
                instant(row, "settled_at"),
                instant(row, "cancelled_at"),
                counted(row));
    }

    private static Map<String, String> shared(String fields) {
        return fields == null ? Map.of() : MessageRows.fields(fields);
    }

    private static MessageCounts counted(ResultSet row) throws SQLException {
        return new MessageCounts(
                row.getLong("total"),
                row.getLong("pending"),
                row.getLong("handed_over"),
                row.getLong("delivered"),
                row.getLong("deferred"),
                row.getLong("refused"),
                row.getLong("bounced"),
                row.getLong("cancelled"));
    }
}
