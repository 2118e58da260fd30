package fairnotice.notice;

import java.time.Instant;

/**
 * A link that was sent in place of one that had ended.
 *
 * @param contact id of whom it was sent to
 * @param endsAt when its last day ends
 */
public record RenewedLink(long id, long notice, long contact, Instant endsAt) {}
