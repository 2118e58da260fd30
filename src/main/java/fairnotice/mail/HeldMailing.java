package fairnotice.mail;

import java.time.Instant;

/**
 * A mailing that waits because the relay refuses us, not a recipient. Its messages stay pending and one of them is tried from time to
 * time; when the relay accepts that, the others follow.
 *
 * @param about the reference it is about
 * @param since legal time
 * @param reply what the relay said last
 * @param waiting messages not yet accepted
 * @param nextTry legal time
 */
public record HeldMailing(long mailing, String about, Instant since, String reply, long waiting, Instant nextTry) {}
