package fairnotice.mail.smtp;

import fairnotice.mail.Enclosure;
import fairnotice.mail.Kind;
import fairnotice.mail.Letter;
import java.util.List;
import java.util.UUID;

/**
 * What all messages of one mailing share.
 *
 * @param label of the mailing in its messages' ids; null where it has none
 */
public record Masthead(
        long mailing,
        Kind kind,
        String fromName,
        String sender,
        String replyTo,
        String listId,
        Letter letter,
        UUID secret,
        String label) {

    /** The same with exactly these enclosures. */
    public Masthead with(List<Enclosure> enclosures) {
        Letter enclosing = new Letter(letter.subject(), letter.text(), letter.html(), enclosures);
        return new Masthead(mailing, kind, fromName, sender, replyTo, listId, enclosing, secret, label);
    }
}
