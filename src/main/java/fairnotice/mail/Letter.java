package fairnotice.mail;

/**
 * What a mailing says, composed once. Personal fields stand as {@code {{name}}} and are merged in at hand-over: into the HTML part
 * escaped, into the subject with control characters removed. {@code {{token}}} is the signed link's token.
 */
public record Letter(String subject, String text, String html) {}
