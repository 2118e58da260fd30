package fairnotice.mailserver;

import java.time.Instant;

/**
 * What one administrator asked for and another has to confirm.
 *
 * @param id 0 for one that is to be written
 * @param server with its password sealed; null where it is to be none
 * @param askedAt legal time
 */
public record ServerRequest(long id, Part part, MailServer server, String askedBy, Instant askedAt) {}
