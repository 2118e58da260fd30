package fairnotice.ledger;

/**
 * The end of the chain at some moment. A head that is kept elsewhere (printed, mailed, in an evidence pack) is the anchor against which
 * a later cut-off shows.
 *
 * @param position of the last seal; 0 before the first
 * @param hash of the last seal, hex SHA-256
 */
public record Head(long position, String hash) {

    /** Where every chain begins; as an anchor, it asks nothing. */
    public static final Head GENESIS = new Head(0, "0".repeat(64));
}
