package fairnotice.mail.smtp;

import fairnotice.mail.Attachment;
import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import java.util.List;
import java.util.UUID;

/**
 * What all messages of one mailing share.
 *
 * @param label of the mailing in its messages' ids; null where it has none
 */
public record MailingHeader(
        long mailing,
        Kind kind,
        String fromName,
        String sender,
        String replyTo,
        String listId,
        Email letter,
        UUID secret,
        String label) {

    /** The same with exactly these enclosures. */
    public MailingHeader with(List<Attachment> enclosures) {
        Email enclosing = new Email(letter.subject(), letter.text(), letter.html(), enclosures);
        return new MailingHeader(mailing, kind, fromName, sender, replyTo, listId, enclosing, secret, label);
    }
}
