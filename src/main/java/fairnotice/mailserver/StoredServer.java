package fairnotice.mailserver;

import java.time.Instant;

/**
 * A mail server that was set in the browser.
 *
 * @param version another one with each change, never used twice
 * @param server with its password sealed
 * @param changedAt legal time
 */
public record StoredServer(Part part, long version, MailServer server, String changedBy, Instant changedAt) {}
