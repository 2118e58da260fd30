package fairnotice.mail.smtp;

/** The message that began a recipient's thread. @param sender that its mailing came from */
public record FirstMessage(MessageId id, String sender) {}
