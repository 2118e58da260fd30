package fairnotice.objection;

import fairnotice.ledger.Entry;
import java.time.Instant;

/** The ledger entries of a case. */
final class ObjectionEntries {

    private ObjectionEntries() {}

    /** @param actor an actor's id */
    static Entry of(String kind, Objection objection, String actor, Instant at) {
        return Entry.of(kind, objection.reference(), actor, at).with("round", objection.round());
    }
}
