package fairnotice.process;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the engine's tables say, where its own queries would put together a statement of a page's length for one that is asked all the time.
 * Only reads; whoever changes anything asks the engine.
 */
public interface EngineTables {

    /**
     * An open user task.
     *
     * @param key of the task in its diagram
     * @param reference business key of its process
     * @param register id of the register that this belongs to
     */
    record OpenTask(
            String id,
            String key,
            String reference,
            String register,
            Instant createdAt,
            Instant dueAt,
            String assignee) {}

    /** A page of those with one of these keys, each in its registers: due ones first, then the oldest. */
    List<OpenTask> open(Map<String, Scope> keys, int offset, int limit);

    /** How many there are of each of these keys in its registers; a key of none is left out. */
    Map<String, Long> counts(Map<String, Scope> keys);

    /** Those of one process, oldest first. */
    List<OpenTask> openAbout(String reference);

    /** Those of them that are open, in no order. */
    List<OpenTask> find(Collection<String> tasks);

    /**
     * A process that waits for a message.
     *
     * @param instance id of the process
     * @param reference its business key
     * @param round which it has heard of last; the first where it knows none
     */
    record Listening(String instance, String reference, int round) {}

    List<Listening> listening(String message);
}
