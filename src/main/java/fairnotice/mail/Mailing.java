package fairnotice.mail;

import java.time.Instant;
import java.util.Map;

/**
 * The act of writing to many.
 *
 * @param letter in the language that is spoken, where it was written in it, else in English; without its enclosures, which
 *     {@link Mailings#enclosures} reads
 * @param shared the personal fields that are the same in every message, such as the name of the only customer written to; empty for none
 * @param sealedAt when its last message was added; null while it grows
 * @param settledAt when every message had been tried once and its owner had heard; deferred ones go on
 * @param cancelledAt when what was unsent was cancelled
 */
public record Mailing(
        long id,
        String key,
        Kind kind,
        String about,
        Email letter,
        Map<String, String> shared,
        Instant createdAt,
        Instant sealedAt,
        Instant settledAt,
        Instant cancelledAt,
        MessageCounts counts) {

    /** How the keys of mailings to members of staff begin. */
    public static final String TO_STAFF = "staff/";

    public boolean isToStaff() {
        return key.startsWith(TO_STAFF);
    }

    /** The subject as all who were written to got it. */
    public String subject() {
        return letter.subject(shared);
    }
}
