package fairnotice.objection.jdbc;

import fairnotice.attachment.Attachment;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcThreads implements Threads {

    private final JdbcClient jdbc;

    JdbcThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long saySigned(
            long objection,
            Instant at,
            String author,
            String signed,
            ThreadMessage.Kind kind,
            boolean internal,
            String text,
            List<Attachment> attachments) {
        long message = jdbc.sql("""
                        insert into objection_message (objection, at, author, signed, kind, internal, text)
                        values (:objection, :at, :author, :signed, :kind, :internal, :text) returning id""")
                .param("objection", objection)
                .param("at", at)
                .param("author", author)
                .param("signed", signed)
                .param("kind", kind.name())
                .param("internal", internal)
                .param("text", text)
                .query(Long.class)
                .single();
        attachments.forEach(attachment -> attach(objection, message, attachment));
        return message;
    }

    private void attach(long objection, long message, Attachment attachment) {
        jdbc.sql("""
                        insert into objection_attachment (objection, message, name, type, size, content)
                        values (:objection, :message, :name, :type, :size, :content)""")
                .param("objection", objection)
                .param("message", message)
                .param("name", attachment.name())
                .param("type", attachment.type())
                .param("size", attachment.content().length)
                .param("content", attachment.content())
                .update();
    }

    @Override
    public List<ThreadMessage> thread(long objection) {
        return jdbc.sql("""
                        select * from (select * from objection_message where objection = :objection order by id desc limit 1000) newest
                         order by id""")
                .param("objection", objection)
                .query(ObjectionRows::message)
                .list();
    }

    @Override
    public List<StoredAttachment> attachments(long objection) {
        return jdbc.sql("""
                        select row_number() over (order by id) as number, message, name, type, size from objection_attachment
                         where objection = :objection order by id limit 200""")
                .param("objection", objection)
                .query((row, at) -> new StoredAttachment(
                        row.getInt("number"),
                        row.getLong("message"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getInt("size")))
                .list();
    }

    @Override
    public Optional<Attachment> attachment(long objection, int number) {
        if (number < 1) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select name, type, content from objection_attachment
                         where objection = :objection order by id offset :before limit 1""")
                .param("objection", objection)
                .param("before", number - 1)
                .query((row, at) ->
                        new Attachment(row.getString("name"), row.getString("type"), row.getBytes("content")))
                .optional();
    }
}
