package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Subjects;
import fairnotice.refusal.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Completing a task: what was decided goes to the feature it belongs to, and the verdict to the process, in one transaction. */
@Service
public class CompletingTask {

    private final List<Tasks> sources;
    private final TaskHandlers desks;
    private final Subjects subjects;

    CompletingTask(List<Tasks> sources, TaskHandlers desks, Subjects subjects) {
        this.sources = sources;
        this.desks = desks;
        this.subjects = subjects;
    }

    /** @throws Refused when the task is over, unknown or of a register the person holds no role for, not theirs, or the outcome is none of its own */
    @Transactional
    public void complete(String id, Completion completion, Actor actor) {
        Tasks source = sources.stream()
                .filter(each -> each.find(id).isPresent())
                .findFirst()
                .orElseThrow(() -> gone(id, actor));
        Task seen = source.find(id).orElseThrow(() -> gone(id, actor));
        if (!actor.sees(seen.register())) {
            throw unknown(id);
        }
        TaskHandler desk = desks.of(seen.kind());
        desk.lock(seen);
        Task task = source.find(id).orElseThrow(() -> gone(id, actor));
        if (completion.outcome() == null || !task.kind().outcomes().contains(completion.outcome())) {
            throw Refused.invalid(
                    "outcome",
                    "refused.task.outcome",
                    String.join(", ", task.kind().outcomes()));
        }
        desk.complete(source, task, completion, actor);
    }

    private Refused gone(String id, Actor actor) {
        Optional<EndedTask> ended =
                sources.stream().flatMap(source -> source.ended(id).stream()).findFirst();
        return ended.filter(task ->
                        subjects.register(task.reference()).filter(actor::sees).isPresent())
                .map(CompletingTask::over)
                .orElseGet(() -> unknown(id));
    }

    private static Refused over(EndedTask task) {
        if (task.by() == null) {
            return Refused.conflict("refused.task.over");
        }
        return task.outcome() == null
                ? Refused.conflict("refused.task.completed", task.by())
                : Refused.conflict("refused.task.completed-with", task.by(), task.outcome(), task.kind());
    }

    private static Refused unknown(String id) {
        return Refused.unknown("refused.unknown.task", shortened(id));
    }

    private static String shortened(String id) {
        return id.length() > 80 ? id.substring(0, 80) + "…" : id;
    }
}
