package fairnotice.objection;

import java.time.Instant;
import java.util.List;

/**
 * A letter that starts its customer's time, and whom it has reached.
 *
 * @param writtenAt when it was written first
 * @param statedUntil the end of the customer's time as it states it
 * @param times how often it has been written
 * @param servedAt when it was served by letter or in person instead; null when it was not
 * @param lostAt since when nobody has it and nobody may still get it; null when somebody has, or may
 * @param contacts what became of it to each contact it was sent to
 */
public record WrittenEmail(
        EmailKey key,
        Instant writtenAt,
        Instant statedUntil,
        int times,
        Instant servedAt,
        Instant lostAt,
        List<ContactReached> contacts) {

    public WrittenEmail {
        contacts = List.copyOf(contacts);
    }

    WrittenEmail lost(Instant at) {
        Instant since = !ReachRules.isLost(this) ? null : lostAt == null ? at : lostAt;
        return new WrittenEmail(key, writtenAt, statedUntil, times, servedAt, since, contacts);
    }

    WrittenEmail served(Instant at) {
        return new WrittenEmail(key, writtenAt, statedUntil, times, at, null, contacts);
    }

    WrittenEmail writtenAgain() {
        return new WrittenEmail(key, writtenAt, statedUntil, times + 1, servedAt, null, contacts);
    }
}
