package fairnotice.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Tasks that have arrived and whose people have not been told; each stands here from the transaction that made it. */
public interface TaskArrivals {

    /**
     * All of them once the oldest has waited that long; none before that.
     *
     * @param collected real time
     * @return their ids, the oldest first, also of tasks that ended meanwhile
     */
    List<String> waiting(Duration collected);

    /** Takes them from the queue; gone once the caller's transaction commits. @return those that nobody else took */
    List<String> take(Collection<String> ids);
}
