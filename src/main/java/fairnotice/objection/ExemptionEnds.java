package fairnotice.objection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the customers of accepted exemptions are told that theirs end. Each call joins the caller's transaction; who writes holds the case. */
public interface ExemptionEnds {

    /** Tells at that time, or at another than was kept before. @param tellAt legal time; null when there is nothing to tell */
    void tellAt(long objection, Instant tellAt);

    /** Whether the time to tell, as it is kept now, has come, and it was not told since. */
    boolean isDue(long objection, Instant now);

    /** All was told, or needs no telling any more. */
    void told(long objection, Instant at);

    /** References of exemptions of which it is not kept when to tell, the oldest first. */
    List<String> unplanned(int limit);

    /** References of those whose time to tell has come, the earliest first. */
    List<String> due(Instant now, int limit);

    /** The earliest time after that one at which any is to be told; empty for none. */
    Optional<Instant> next(Instant after);
}
