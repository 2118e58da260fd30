package fairnotice.inbox;

import fairnotice.access.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open tasks of one source: the engine's user tasks, or the inbox's own. */
public interface Tasks {

    /** A page of those of some kinds, each of its own registers: due ones first, then the oldest. */
    List<Task> open(Map<TaskKind, Scope> kinds, int offset, int limit);

    /** How many there are of each of these kinds in its registers. */
    Map<TaskKind, Long> counts(Map<TaskKind, Scope> kinds);

    /** Those about one case. */
    List<Task> openAbout(String reference);

    default Optional<Task> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of them that are open, in no order. */
    List<Task> find(Collection<String> ids);

    /** How a task ended that is not open any more. */
    Optional<EndedTask> ended(String id);

    /**
     * Ends a task, in the caller's transaction.
     *
     * @param outcome which of its kind's was chosen
     * @param verdicts what the process asks for next, by name
     */
    void complete(String id, String outcome, Map<String, Object> verdicts, String by);
}
