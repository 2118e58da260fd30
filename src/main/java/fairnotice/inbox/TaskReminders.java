package fairnotice.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Of which tasks staff were reminded already. */
public interface TaskReminders {

    /** How urgent a reminder is. */
    enum Stage {
        /** Its due date is near. */
        SOON,
        OVERDUE,
        /** Overdue for so long that the administrators are told. */
        ESCALATED
    }

    /** Lets one look at a time go on; until the caller's transaction ends. */
    void lock();

    /** Marks tasks as reminded of. @return those that had not been, in this stage */
    Set<String> add(Stage stage, Collection<String> tasks, Instant at);
}
