package fairnotice.ledger;

import java.time.Instant;

/** What of the ledger can be erased. */
public interface ErasableValues {

    /**
     * Erases all values and openings of the entries about a subject, and about what belongs to it; why it was erased before is kept.
     *
     * @param subject such as {@code customer:17}, to which {@code customer:17/contact:23} belongs
     * @return how many entries lost something
     */
    int erase(String subject, Instant at);
}
