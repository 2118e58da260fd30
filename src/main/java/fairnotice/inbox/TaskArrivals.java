package fairnotice.inbox;

import java.time.Duration;
import java.util.List;

/** Tasks that have arrived and whose people have not been told; each stands here from the transaction that made it. */
public interface TaskArrivals {

    /**
     * Takes all of them once the oldest has waited that long; gone once the caller's transaction commits.
     *
     * @param collected real time
     * @return their ids, the oldest first, also of tasks that ended meanwhile; none before that
     */
    List<String> take(Duration collected);
}
