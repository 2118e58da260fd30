package fairnotice.ledger;

/**
 * A seal and what it seals, as they are found.
 *
 * @param entry null when it is gone
 * @param opening null when it has been erased or is gone
 */
public record SealedEntry(Seal seal, Recorded entry, Preimage opening) {}
