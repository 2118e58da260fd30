package fairnotice.termination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When customers are told that the last of their terminated orders has ended. Each call joins the caller's transaction. */
public interface OrderEnds {

    /** Whether the last of its orders has ended and that was not told. */
    boolean isDue(String reference, Instant now);

    void told(String reference, Instant at);

    /** References of those whose end is to be told, the earliest first. */
    List<String> due(Instant now, int limit);

    /** The earliest end after that time that is to be told; empty for none. */
    Optional<Instant> next(Instant after);
}
