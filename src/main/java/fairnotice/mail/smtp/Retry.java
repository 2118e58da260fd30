package fairnotice.mail.smtp;

import java.time.Duration;

/**
 * A deferred message whose time has come.
 *
 * @param attempts how often it was tried
 * @param age real time since it was first deferred
 * @param unwritten whether it counts as refused meanwhile, since it could not be written
 */
public record Retry(Queued message, int attempts, Duration age, boolean unwritten) {}
