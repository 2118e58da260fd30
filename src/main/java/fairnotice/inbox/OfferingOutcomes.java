package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.refusal.Phrase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which outcomes of a task a person can take as things stand. The use cases that refuse the others say why. */
@Service
public class OfferingOutcomes {

    private final TaskHandlers desks;

    OfferingOutcomes(TaskHandlers desks) {
        this.desks = desks;
    }

    /**
     * @param outcomes in the order they are offered
     * @param obstacles why the others are not, each a sentence that says what can be done instead
     */
    public record Offered(List<String> outcomes, Collection<Phrase> obstacles) {}

    @Transactional(readOnly = true)
    public Offered of(Task task, Actor actor) {
        return of(List.of(task), actor).get(task.id());
    }

    /** By the tasks' ids. */
    @Transactional(readOnly = true)
    public Map<String, Offered> of(List<Task> tasks, Actor actor) {
        Map<String, Map<String, List<Phrase>>> obstacles = new HashMap<>();
        tasks.stream()
                .collect(Collectors.groupingBy(task -> desks.of(task.kind())))
                .forEach((desk, its) -> obstacles.putAll(desk.obstacles(its, actor)));
        return tasks.stream()
                .collect(Collectors.toMap(
                        Task::id, task -> offered(task, obstacles.getOrDefault(task.id(), Map.of()))));
    }

    private static Offered offered(Task task, Map<String, List<Phrase>> obstacles) {
        return new Offered(
                task.kind().outcomes().stream()
                        .filter(outcome ->
                                obstacles.getOrDefault(outcome, List.of()).isEmpty())
                        .toList(),
                obstacles.values().stream()
                        .flatMap(List::stream)
                        .filter(why -> !why.equals(TaskHandler.UNSAID))
                        .distinct()
                        .toList());
    }
}
