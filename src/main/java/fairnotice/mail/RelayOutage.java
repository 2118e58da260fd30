package fairnotice.mail;

import java.time.Instant;

/**
 * The relay cannot be reached; messages wait.
 *
 * @param since legal time of the first attempt in vain
 * @param reason what the last attempt met
 * @param nextTry legal time
 */
public record RelayOutage(Instant since, String reason, Instant nextTry) {}
