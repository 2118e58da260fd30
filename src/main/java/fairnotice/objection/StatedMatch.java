package fairnotice.objection;

import java.time.Instant;

/**
 * Whose an objection of nobody known is, as one person stated it; it is matched once a second person states the same.
 *
 * @param by user name of who stated it
 */
public record StatedMatch(long objection, long customer, String by, Instant at) {}
