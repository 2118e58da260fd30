package fairnotice.objection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Last days of the publisher's in open cases that it has let pass, and whether their customers were told. Each call joins the caller's transaction. */
public interface MissedDays {

    /** References of matched cases whose publisher was to act by then, has not, and of which nobody was told yet; the earliest first. */
    List<String> untold(Instant now, int limit);

    /** Whether the customer was told that the day which ended then was missed. */
    boolean isTold(long objection, Instant due);

    void told(long objection, Instant due, Instant at);

    /** The earliest end, after that time, of such a last day; empty for none. */
    Optional<Instant> next(Instant after);
}
