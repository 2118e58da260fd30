package fairnotice.objection;

import java.time.Instant;

/**
 * One message of an objection's thread.
 *
 * @param author an actor's id, as in the ledger
 * @param internal whether only staff see it
 */
public record ThreadMessage(long id, Instant at, String author, Kind kind, boolean internal, String text) {

    /** What a message does. */
    public enum Kind {
        FILED,
        ADDED,
        ASKED,
        NOTE,
        REFUSED,
        CONTESTED,
        OFFERED,
        REPLIED,
        REJECTED,
        ACCEPTED,
        DROPPED,
        DECLINED,
        CLOSED
    }

    public boolean isFromCustomer() {
        return author.startsWith("customer:") || author.startsWith("sender:");
    }
}
