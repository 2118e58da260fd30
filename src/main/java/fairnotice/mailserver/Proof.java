package fairnotice.mailserver;

import java.time.Instant;

/**
 * That a test mail was accepted by a relay and, where there was a mailbox, came back.
 *
 * @param relay its identity
 * @param mailbox its identity; null where there was none
 * @param at legal time
 */
public record Proof(String relay, String mailbox, Instant at) {

    /** Of a database that announced before there were test mails: its relay did what a test mail would show. */
    static final String EARLIER = "earlier";

    /** The same where that was the embedded mailbox, as which no relay is known. */
    static final String EMBEDDED = "embedded";
}
