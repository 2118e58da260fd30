package fairnotice.mail.smtp;

import fairnotice.mail.Outgoing;

/**
 * One message as it waits in its batch.
 *
 * @param first the message that began its recipient's thread; null when it begins one, or is in none
 * @param attempts how often it was tried
 * @param again whether it is sent again after it failed, so that its owner has heard of it before
 * @param fault why what is stored of it cannot be read, so that it cannot be sent for now; null when it can
 */
public record Queued(
        long mailing,
        long batch,
        int ordinal,
        Outgoing outgoing,
        FirstMessage first,
        int attempts,
        boolean again,
        String fault) {}
