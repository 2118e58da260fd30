package fairnotice.objection;

import fairnotice.attachment.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The threads of all objections: what was said, publicly and among staff, and what was attached. */
public interface Threads {

    /** @return the message's id */
    default long say(
            long objection,
            Instant at,
            String author,
            ThreadMessage.Kind kind,
            boolean internal,
            String text,
            List<Attachment> attachments) {
        return saySigned(objection, at, author, null, kind, internal, text, attachments);
    }

    /** The same of what staff have recorded. @param signed who wrote it, as stated; null where that is the author */
    long saySigned(
            long objection,
            Instant at,
            String author,
            String signed,
            ThreadMessage.Kind kind,
            boolean internal,
            String text,
            List<Attachment> attachments);

    /** First to last. */
    List<ThreadMessage> thread(long objection);

    List<StoredAttachment> attachments(long objection);

    /** An attachment of that objection, whole. */
    Optional<Attachment> attachment(long objection, int number);
}
