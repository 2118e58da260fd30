package fairnotice.mail.smtp;

import java.time.Duration;

/**
 * A mailing that goes on.
 *
 * @param first whether it is the first that does
 * @param after real time it was held
 * @param waited messages that waited in all held mailings
 */
public record Unheld(boolean first, Duration after, long waited) {}
