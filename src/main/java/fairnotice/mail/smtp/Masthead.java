package fairnotice.mail.smtp;

import fairnotice.mail.Kind;
import fairnotice.mail.Letter;
import java.util.UUID;

/** What all messages of one mailing share. */
public record Masthead(
        long mailing,
        Kind kind,
        String fromName,
        String sender,
        String replyTo,
        String listId,
        Letter letter,
        UUID secret) {}
