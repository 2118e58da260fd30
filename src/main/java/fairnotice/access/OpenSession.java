package fairnotice.access;

import java.time.Instant;

/**
 * A session of a member of staff.
 *
 * @param id names it in a form; nobody can act with it
 * @param begun real time, like {@code used}
 * @param used when a request came last, to the minute
 * @param network from where it was begun: an address or a /64; null where it was not kept
 * @param browser what the browser called itself then; null where it was not kept
 * @param here whether it is the one that asks
 */
public record OpenSession(String id, Instant begun, Instant used, String network, String browser, boolean here) {}
