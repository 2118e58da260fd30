package fairnotice.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * One link of the chain.
 *
 * @param position from 1, without gaps
 * @param entry id of the entry it seals
 * @param previous the hash of the seal before, or {@link Head#GENESIS}'s
 * @param hash hex SHA-256 over the netstrings of previous, position, and the entry's id, kind, subject, actor, time (ISO 8601 in UTC,
 *     to the microsecond) and digest, and then of each changed field its name and the digests of what stood and stands there, empty
 *     where nothing did
 */
public record Seal(long position, long entry, String previous, String hash) {

    /** The seal that follows a head. */
    public static Seal after(Head head, Recorded entry) {
        long position = head.position() + 1;
        List<Object> sealed = new ArrayList<>(List.of(
                head.hash(),
                position,
                entry.id(),
                entry.kind(),
                entry.subject(),
                entry.actor(),
                entry.at(),
                entry.digest()));
        for (RecordedChange change : entry.changes()) {
            sealed.add(change.field());
            sealed.add(digest(change.before()));
            sealed.add(digest(change.after()));
        }
        return new Seal(position, entry.id(), head.hash(), Digest.of(sealed.toArray()));
    }

    private static String digest(Value value) {
        return value == null ? "" : value.digest();
    }

    public Head head() {
        return new Head(position, hash);
    }
}
