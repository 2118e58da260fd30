package fairnotice.inbox;

import fairnotice.access.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds the desk of a task. */
@Service
class TaskHandlers {

    private final Map<TaskKind, TaskHandler> byKind = new EnumMap<>(TaskKind.class);

    TaskHandlers(List<TaskHandler> desks) {
        desks.forEach(desk -> desk.kinds().forEach(kind -> byKind.put(kind, desk)));
        if (byKind.size() < TaskKind.values().length) {
            throw new IllegalStateException("There is a kind of task that is worked nowhere; only " + byKind.keySet());
        }
    }

    TaskHandler of(TaskKind kind) {
        return byKind.get(kind);
    }

    /** Those of the tasks that this person may complete, in the order given. */
    List<Task> allowed(List<Task> tasks, Actor actor) {
        BiPredicate<Task, Actor> may = mayComplete(tasks);
        return tasks.stream().filter(task -> may.test(task, actor)).toList();
    }

    /** Who may complete which of the tasks; ask for many people of the same tasks at once, so that their cases are read once. */
    BiPredicate<Task, Actor> mayComplete(List<Task> tasks) {
        Map<TaskHandler, BiPredicate<Task, Actor>> answers = new HashMap<>();
        byDesk(tasks).forEach((desk, own) -> answers.put(desk, desk.mayComplete(own)));
        return (task, actor) -> answers.get(of(task.kind())).test(task, actor);
    }

    /** References of the changes that the tasks' cases are about, by the case's reference. */
    Map<String, String> changes(Collection<Task> tasks) {
        Map<String, String> changes = new HashMap<>();
        byDesk(tasks)
                .forEach((desk, own) -> changes.putAll(
                        desk.changes(own.stream().map(Task::reference).collect(Collectors.toSet()))));
        return changes;
    }

    private Map<TaskHandler, List<Task>> byDesk(Collection<Task> tasks) {
        Map<TaskHandler, List<Task>> byDesk = new HashMap<>();
        tasks.forEach(task -> byDesk.computeIfAbsent(of(task.kind()), desk -> new ArrayList<>())
                .add(task));
        return byDesk;
    }
}
