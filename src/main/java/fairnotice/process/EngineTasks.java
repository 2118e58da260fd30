package fairnotice.process;

import fairnotice.change.ReviewDates;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.inbox.EndedTask;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.inbox.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The engine's user tasks. */
@Component
class EngineTasks implements Tasks {

    private static final Map<String, TaskKind> KINDS = Map.of(
            "Task_ReviewChange", TaskKind.REVIEW_CHANGE,
            "Task_ReviseChange", TaskKind.REVISE_CHANGE,
            "Task_SecondApproval", TaskKind.APPROVE_SECOND,
            "Task_DecideGoLive", TaskKind.DECIDE_GO_LIVE);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final VendorChanges changes;
    private final ReviewDates reviewDates;
    private final Clock clock;

    EngineTasks(
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            VendorChanges changes,
            ReviewDates reviewDates,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.changes = changes;
        this.reviewDates = reviewDates;
        this.clock = clock;
    }

    @Override
    public List<Task> open(int limit) {
        return withReferences(
                tasks.createTaskQuery().orderByTaskCreateTime().asc().listPage(0, limit));
    }

    @Override
    public List<Task> openAbout(String reference) {
        return withReferences(tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    @Override
    public Optional<Task> find(String id) {
        return withReferences(tasks.createTaskQuery().taskId(id).list()).stream()
                .findFirst();
    }

    @Override
    public Optional<EndedTask> ended(String id) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult();
        return Optional.ofNullable(task).map(each -> {
            boolean completed = "completed".equals(each.getDeleteReason());
            return new EndedTask(
                    completed ? each.getAssignee() : null, each.getEndTime().toInstant());
        });
    }

    /** The track goes along with the verdict, since the way forks on it. */
    @Override
    public void complete(String id, Map<String, Object> verdicts, String by) {
        Task task = find(id).orElseThrow();
        VendorChange change = changes.named(task.reference());
        Map<String, Object> variables = new HashMap<>(verdicts);
        if (change.round().review() != null) {
            variables.put("track", change.round().track().name());
            variables.put(Variables.CHOSEN_DAY, Date.from(reviewDates.chosenDay(change.reference(), clock.instant())));
        }
        tasks.setAssignee(id, by);
        tasks.complete(id, variables);
    }

    private List<Task> withReferences(List<org.camunda.bpm.engine.task.Task> found) {
        Set<String> instances = found.stream()
                .map(org.camunda.bpm.engine.task.Task::getProcessInstanceId)
                .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        Map<String, String> references =
                runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return found.stream()
                .filter(task -> KINDS.containsKey(task.getTaskDefinitionKey()))
                .map(task -> task(task, references.get(task.getProcessInstanceId())))
                .toList();
    }

    private static Task task(org.camunda.bpm.engine.task.Task task, String reference) {
        return new Task(
                task.getId(),
                KINDS.get(task.getTaskDefinitionKey()),
                reference,
                reference,
                task.getCreateTime().toInstant(),
                instant(task.getDueDate()),
                task.getAssignee());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
