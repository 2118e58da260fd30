package fairnotice.ledger;

import java.util.List;

/** The append-only record of who did what, when. Entries are written in the transaction they record. */
public interface Ledger {

    /** Writes an entry in the caller's transaction; refuses a caller without one, since a record of nothing committed proves nothing. */
    void record(Entry entry);

    /** Writes entries in the caller's transaction, in this order; a few statements however many they are. */
    default void record(List<Entry> entries) {
        entries.forEach(this::record);
    }

    /** All entries about one subject, in the order they were written. */
    List<Recorded> about(String subject);
}
