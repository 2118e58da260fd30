package fairnotice.mail.jdbc;

import fairnotice.mail.Attachment;
import fairnotice.refusal.Language;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what is enclosed with the messages of a mailing. */
class AttachmentRows {

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long mailing, Language language, List<Attachment> enclosures) {
        for (int i = 0; i < enclosures.size(); i++) {
            jdbc.sql("""
                            insert into mail_enclosure (mailing, language, ordinal, name, content_type, content)
                            values (:mailing, :language, :ordinal, :name, :type, :content)
                            """)
                    .param("mailing", mailing)
                    .param("language", language.code())
                    .param("ordinal", i + 1)
                    .param("name", enclosures.get(i).name())
                    .param("type", enclosures.get(i).contentType())
                    .param("content", enclosures.get(i).content())
                    .update();
        }
    }

    List<Attachment> of(long mailing) {
        return jdbc.sql("""
                        select name, content_type, content from mail_enclosure
                        where mailing = :mailing and language = 'en'
                        order by ordinal
                        """).param("mailing", mailing).query(Attachment.class).list();
    }
}
