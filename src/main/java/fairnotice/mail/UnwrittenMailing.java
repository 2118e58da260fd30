package fairnotice.mail;

import java.time.Duration;

/**
 * A mailing some of whose messages could not be written. They count as refused, and are tried again by themselves.
 *
 * @param about the reference it is about
 * @param messages how many
 * @param lasting since the first could not, real time
 * @param retryIn until one of them is tried again, real time
 * @param cause why the first could not
 */
public record UnwrittenMailing(
        long mailing, String about, long messages, Duration lasting, Duration retryIn, String cause) {}
