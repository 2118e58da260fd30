package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.WritingInThread;
import fairnotice.refusal.TextRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tasks to answer customers that do not agree with their refunds. */
@Service
class DisputeTaskHandler implements TaskHandler {

    private final Objections objections;
    private final WritingInThread writing;

    DisputeTaskHandler(Objections objections, WritingInThread writing) {
        this.objections = objections;
        this.writing = writing;
    }

    @Override
    public List<TaskKind> kinds() {
        return List.of(TaskKind.ANSWER_DISPUTE);
    }

    @Override
    public Map<String, String> changes(Collection<String> references) {
        return objections.byReferences(references).values().stream()
                .collect(Collectors.toMap(Objection::reference, Objection::change));
    }

    @Override
    public BiPredicate<Task, Actor> mayComplete(List<Task> tasks) {
        return (task, actor) -> actor.holds(Role.LEGAL, task.register());
    }

    @Override
    public void lock(Task task) {
        objections.lock(task.reference());
    }

    /** The answer is a message in the case, and every contact is mailed it. */
    @Override
    public void complete(Tasks source, Task task, Completion completion, Actor actor) {
        new TextRules()
                .paragraph("comment", "refused.name.dispute-answer", completion.comment())
                .orRefuse();
        writing.answerDispute(task.reference(), completion.comment(), actor);
    }
}
