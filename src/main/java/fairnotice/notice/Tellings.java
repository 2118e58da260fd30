package fairnotice.notice;

import java.time.Instant;
import java.util.Optional;

/** Everything audiences are being told, or were. */
public interface Tellings {

    /** Opens one, unless it is open already or was: one per change, round, occasion and number. */
    void open(NewTelling telling, Instant at);

    /** The oldest that is not wholly cut, held for the rest of the transaction; empty when there is none that nobody else holds. */
    Optional<Telling> holdUncut();

    /** Whether any is not wholly cut. */
    boolean anyUncut();

    /** Whether its last page has been cut. */
    boolean isCut(Telling telling);

    void keep(Telling telling);

    void cut(Telling telling, Instant at);

    /** The last one of an occasion in a round. */
    Optional<Telling> last(String reference, int round, Occasion occasion);

    /** Stops cutting those of a round. */
    void stop(String reference, int round, Instant at);
}
