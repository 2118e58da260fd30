package fairnotice.termination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last days of finance in terminations that wait for it, and whether their customers were told that one was missed. */
public interface RefundDays {

    /** References of those that wait for finance at a stage of which the last day is not kept, the oldest first. */
    List<String> unplanned(int limit);

    void plan(String reference, RefundStage stage, Instant endsAt);

    /** When the last day for it ended, where it has by then and was not told; empty otherwise. */
    Optional<Instant> missed(String reference, RefundStage stage, Instant now);

    void told(String reference, RefundStage stage, Instant at);

    /** References of those that still wait for finance and whose last day has ended, the earliest first. */
    List<String> missed(Instant now, int limit);

    /** The earliest end after that time; empty for none. */
    Optional<Instant> next(Instant after);
}
