package fairnotice.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The seals, and the entries that wait for one. */
public interface Chain {

    /** Makes the caller the one sealer until its transaction ends; false when there is another. */
    boolean claim();

    Head head();

    /** At most {@code limit} committed entries that wait for a seal, oldest first. */
    List<Recorded> pending(int limit);

    /** Adds seals to the end; their entries wait no longer. */
    void append(List<Seal> seals);

    /** At most {@code limit} seals after a position, in order. */
    List<SealedEntry> sealedAfter(long position, int limit);

    /** The first entry that is neither sealed nor waits to be. */
    OptionalLong stray();

    /** The first sealed entry of which something was erased although no entry says so. */
    Optional<Seal> erasedUntold();
}
