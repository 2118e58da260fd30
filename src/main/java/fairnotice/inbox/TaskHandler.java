package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.refusal.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Where tasks of some kinds are worked: who may complete them, and what completing them does. */
interface TaskHandler {

    /** Why an outcome is not offered, where nobody would look for it. */
    Phrase UNSAID = Phrase.of("refused.unsaid");

    List<TaskKind> kinds();

    /** References of the changes that these cases are about, by the case's reference, in one query; without those that are gone. */
    Map<String, String> changes(Collection<String> references);

    /** Who may complete which of these tasks; reads once, in a bounded number of queries however many tasks and people are asked for. */
    BiPredicate<Task, Actor> mayComplete(List<Task> tasks);

    /**
     * Why outcomes cannot be taken by this person as things stand: sentences by outcome, by the task's id. Asks the use cases that would refuse them, and
     * only reads; a bounded number of queries however many cases and customers they
     * are about, and a few for each change whose go-live is to be decided.
     */
    default Map<String, Map<String, List<Phrase>>> obstacles(List<Task> tasks, Actor actor) {
        return Map.of();
    }

    /** Whom a task waits for, when nobody who is there now may complete it because of what they did before. */
    default Optional<Phrase> vacancy(Task task) {
        return Optional.empty();
    }

    /** Holds the task's case for the rest of the transaction. */
    void lock(Task task);

    /**
     * Carries out what was decided and ends the task.
     *
     * @throws fairnotice.refusal.Refused when the person may not, or what was decided cannot be
     */
    void complete(Tasks source, Task task, Completion completion, Actor actor);
}
