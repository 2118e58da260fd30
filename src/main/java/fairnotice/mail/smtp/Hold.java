package fairnotice.mail.smtp;

/**
 * What came of holding a mailing.
 *
 * @param held false when it was given up before
 * @param onset whether no mailing was held before
 */
public record Hold(boolean held, boolean onset) {}
