package fairnotice.mail;

import java.time.Instant;

/**
 * What became of one message.
 *
 * @param at when it came to that, legal time
 * @param reply the server's reply or the report's diagnostic, for people; may be null
 */
public record Outcome(
        String mailingKey, long party, long contact, String address, MessageState state, Instant at, String reply) {}
