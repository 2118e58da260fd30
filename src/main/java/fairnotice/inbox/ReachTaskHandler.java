package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.notice.ReachingCustomer;
import fairnotice.objection.Objections;
import fairnotice.objection.ReachingObjector;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tasks about customers that no message reached, with a notice or with a letter of their objection's case. */
@Service
class ReachTaskHandler implements TaskHandler {

    private final VendorChanges changes;
    private final Objections objections;
    private final ReachingCustomer reaching;
    private final ReachingObjector reachingObjector;

    ReachTaskHandler(
            VendorChanges changes,
            Objections objections,
            ReachingCustomer reaching,
            ReachingObjector reachingObjector) {
        this.changes = changes;
        this.objections = objections;
        this.reaching = reaching;
        this.reachingObjector = reachingObjector;
    }

    @Override
    public List<TaskKind> kinds() {
        return List.of(TaskKind.REACH_CUSTOMER);
    }

    /** A reference is a change's own, or of an objection to one. */
    @Override
    public Map<String, String> changes(Collection<String> references) {
        Map<String, String> changes =
                references.stream().distinct().collect(Collectors.toMap(each -> each, each -> each));
        objections.byReferences(references).values().forEach(each -> changes.put(each.reference(), each.change()));
        return changes;
    }

    @Override
    public BiPredicate<Task, Actor> mayComplete(List<Task> tasks) {
        Map<String, String> about = changes(tasks.stream().map(Task::reference).toList());
        Map<String, VendorChange> byReference = changes.byReferences(about.values());
        return (task, actor) -> byReference.containsKey(about.get(task.reference()))
                && reaching.obstacle(actor, task.register()).isEmpty();
    }

    @Override
    public Optional<Phrase> vacancy(Task task) {
        return isAboutCase(task) ? reachingObjector.vacancy(task.reference()) : reaching.vacancy(notice(task));
    }

    @Override
    public Map<String, Map<String, List<Phrase>>> obstacles(List<Task> tasks, Actor actor) {
        Map<Long, Phrase> ofNotices = reaching.obstaclesToWriting(tasks.stream()
                .filter(task -> !isAboutCase(task))
                .map(ReachTaskHandler::notice)
                .toList());
        Map<String, Phrase> ofCases = reachingObjector.obstaclesToWriting(tasks.stream()
                .filter(ReachTaskHandler::isAboutCase)
                .map(Task::reference)
                .toList());
        Map<String, Map<String, List<Phrase>>> obstacles = new HashMap<>();
        tasks.forEach(task -> {
            Phrase obstacle = isAboutCase(task) ? ofCases.get(task.reference()) : ofNotices.get(notice(task));
            obstacles.put(
                    task.id(), Map.of("write-again", Stream.ofNullable(obstacle).toList()));
        });
        return obstacles;
    }

    @Override
    public void lock(Task task) {
        if (isAboutCase(task)) {
            objections.lock(task.reference());
        } else {
            changes.lock(task.reference());
        }
    }

    @Override
    public void complete(Tasks source, Task task, Completion completion, Actor actor) {
        boolean served = completion.outcome().equals("served");
        if (!served && completion.contact() == null) {
            throw Refused.invalid("contact", "refused.reach.contact");
        }
        if (!isAboutCase(task)) {
            reachAboutNotice(task, served, completion, actor);
        } else if (served) {
            reachingObjector.served(task.reference(), completion.servedOn(), completion.proof(), actor);
        } else {
            reachingObjector.writeAgain(task.reference(), completion.contact(), actor);
        }
    }

    private void reachAboutNotice(Task task, boolean served, Completion completion, Actor actor) {
        if (changes.getByReference(task.reference()).state() == ChangeState.WITHDRAWN) {
            throw Refused.conflict("refused.reach.withdrawn", task.reference());
        }
        if (served) {
            reaching.served(notice(task), completion.servedOn(), completion.proof(), actor);
        } else {
            reaching.writeAgain(notice(task), completion.contact(), actor);
        }
    }

    private static boolean isAboutCase(Task task) {
        return task.subjectType().equals("objection");
    }

    private static long notice(Task task) {
        return Long.parseLong(task.subject());
    }
}
