package fairnotice.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open tasks of one source: the engine's user tasks, or the inbox's own. */
public interface Tasks {

    /** Oldest first, at most {@code limit}. */
    List<Task> open(int limit);

    /** Those about one change. */
    List<Task> openAbout(String reference);

    Optional<Task> find(String id);

    /** How a task ended that is not open any more. */
    Optional<EndedTask> ended(String id);

    /**
     * Ends a task, in the caller's transaction.
     *
     * @param verdicts what the process asks for next, by name
     */
    void complete(String id, Map<String, Object> verdicts, String by);
}
