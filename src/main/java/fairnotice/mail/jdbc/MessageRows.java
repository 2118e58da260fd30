package fairnotice.mail.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.mail.Outgoing;
import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.FirstMessage;
import fairnotice.mail.smtp.MessageId;
import fairnotice.mail.smtp.Queued;
import fairnotice.mail.smtp.Retry;
import fairnotice.refusal.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads messages that are to be sent. */
class MessageRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Queued> pending(Collection<ClaimedBatch> batches, Queued after, int limit) {
        return jdbc.sql("""
                        select m.*, f.secret as first_secret, f.label as first_label, f.sender as first_sender
                        from (select * from mail_message
                              where batch = any(:batches) and (batch, ordinal) > (:batch, :ordinal) and state = 'PENDING'
                              order by batch, ordinal
                              limit :limit) m
                             left join mailing f on f.id = m.first_mailing
                        order by m.batch, m.ordinal
                        """)
                .param("batches", batches.stream().map(ClaimedBatch::id).toArray(Long[]::new))
                .param("batch", after == null ? 0 : after.batch())
                .param("ordinal", after == null ? 0 : after.ordinal())
                .param("limit", limit)
                .query((row, n) -> queued(row))
                .list();
    }

    /** Pushing its time away is the claim: nobody else sees it before, and a claimer that dies gives it back by itself. */
    Optional<Retry> claimDeferred(Duration hold) {
        return jdbc.sql("""
                        with due as (
                            update mail_deferred set next_attempt_at = now() + :hold * interval '1 millisecond'
                            where (batch, ordinal) = (
                                select batch, ordinal from mail_deferred
                                where next_attempt_at <= now()
                                order by next_attempt_at
                                limit 1
                                for update skip locked)
                            returning batch, ordinal, unwritten, attempts as tries, extract(epoch from now() - since)::bigint as age)
                        select m.*, due.tries, due.age, due.unwritten, f.secret as first_secret, f.label as first_label, f.sender as first_sender
                        from due join mail_message m using (batch, ordinal) left join mailing f on f.id = m.first_mailing
                        """)
                .param("hold", hold.toMillis())
                .query((row, n) -> new Retry(
                        queued(row),
                        row.getInt("tries"),
                        Duration.ofSeconds(row.getLong("age")),
                        row.getBoolean("unwritten")))
                .optional();
    }

    Optional<Queued> leastTried(long batch) {
        return jdbc.sql("""
                        select m.*, f.secret as first_secret, f.label as first_label, f.sender as first_sender
                        from (select * from mail_message
                              where batch = :batch and state = 'PENDING'
                              order by attempts, ordinal
                              limit 1) m
                             left join mailing f on f.id = m.first_mailing
                        """)
                .param("batch", batch)
                .query((row, n) -> queued(row))
                .optional();
    }

    void giveBack(Retry untried) {
        jdbc.sql("update mail_deferred set next_attempt_at = now() where batch = :batch and ordinal = :ordinal")
                .param("batch", untried.message().batch())
                .param("ordinal", untried.message().ordinal())
                .update();
    }

    static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(storable(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These fields cannot be stored: " + fields.keySet(), e);
        }
    }

    private static Map<String, String> storable(Map<String, String> fields) {
        Map<String, String> kept = new TreeMap<>();
        if (fields != null) {
            fields.forEach((name, value) -> kept.put(storable(name), storable(value)));
        }
        return kept;
    }

    /** Without the one character PostgreSQL cannot hold, which would fail the whole page. */
    static String storable(String text) {
        return text == null ? null : text.replace("\u0000", "");
    }

    /** A row that cannot be read fails alone, and not its whole page. */
    private static Queued queued(ResultSet row) throws SQLException {
        try {
            Outgoing outgoing = new Outgoing(
                    row.getLong("party"),
                    row.getLong("contact"),
                    row.getString("address"),
                    row.getString("name"),
                    fields(row.getString("fields")),
                    link(row),
                    Language.known(row.getString("language")).orElse(Language.EN),
                    row.getString("answers"));
            return queued(row, outgoing, first(row), null);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return queued(row, null, null, "This message cannot be read: " + e.getMessage());
        }
    }

    private static Queued queued(ResultSet row, Outgoing outgoing, FirstMessage first, String fault)
            throws SQLException {
        return new Queued(
                row.getLong("mailing"),
                row.getLong("batch"),
                row.getInt("ordinal"),
                outgoing,
                first,
                row.getInt("attempts"),
                row.getObject("again_at") != null,
                fault);
    }

    private static FirstMessage first(ResultSet row) throws SQLException {
        UUID secret = row.getObject("first_secret", UUID.class);
        return secret == null
                ? null
                : new FirstMessage(
                        MessageId.of(
                                row.getString("first_label"),
                                row.getLong("first_batch"),
                                row.getInt("first_ordinal"),
                                secret),
                        row.getString("first_sender"));
    }

    static Map<String, String> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The fields of a message cannot be read", e);
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        String purpose = row.getString("link_purpose");
        return purpose == null
                ? null
                : new Link(
                        LinkPurpose.valueOf(purpose),
                        row.getLong("link_subject"),
                        row.getLong("link_holder"),
                        row.getInt("link_epoch"));
    }
}
