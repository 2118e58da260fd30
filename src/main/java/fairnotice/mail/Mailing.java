package fairnotice.mail;

import java.time.Instant;

/**
 * The act of writing to many.
 *
 * @param letter without its enclosures, which {@link Mailings#enclosures} reads
 * @param sealedAt when its last message was added; null while it grows
 * @param settledAt when every message had been tried once and its owner had heard; deferred ones go on
 * @param cancelledAt when what was unsent was cancelled
 */
public record Mailing(
        long id,
        String key,
        Kind kind,
        String about,
        Letter letter,
        Instant createdAt,
        Instant sealedAt,
        Instant settledAt,
        Instant cancelledAt,
        MessageCounts counts) {}
