package fairnotice.mail;

import fairnotice.refusal.Language;
import java.time.Instant;

/**
 * What became of one message.
 *
 * @param at when it came to that, legal time
 * @param handedOverAt when our relay accepted it, whatever was reported since; null when it never did
 * @param reply the server's reply or the report's diagnostic, for people; may be null
 * @param language that it was written in
 */
public record Outcome(
        String mailingKey,
        long party,
        long contact,
        String address,
        MessageState state,
        Instant at,
        Instant handedOverAt,
        String reply,
        Language language) {}
