package fairnotice.ledger;

import java.util.List;

/** The append-only record of who did what, when. Entries are written in the transaction they record. */
public interface Ledger {

    void record(Entry entry);

    /** All entries about one subject, in the order they were written. */
    List<Recorded> about(String subject);
}
