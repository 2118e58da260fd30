package fairnotice.process;

import fairnotice.access.Scope;
import fairnotice.change.ReviewDates;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.inbox.EndedTask;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.inbox.Tasks;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The engine's user tasks. */
@Component
class EngineTasks implements Tasks {

    private static final Map<String, TaskKind> KINDS = Map.ofEntries(
            Map.entry("Task_ReviewChange", TaskKind.REVIEW_CHANGE),
            Map.entry("Task_ReviseChange", TaskKind.REVISE_CHANGE),
            Map.entry("Task_SecondApproval", TaskKind.APPROVE_SECOND),
            Map.entry("Task_DecideGoLive", TaskKind.DECIDE_GO_LIVE),
            Map.entry("Task_MatchObjection", TaskKind.MATCH_OBJECTION),
            Map.entry("Task_AssessGrounds", TaskKind.ASSESS_GROUNDS),
            Map.entry("Task_ReassessGrounds", TaskKind.REASSESS_GROUNDS),
            Map.entry("Task_ProposeCure", TaskKind.PROPOSE_RESOLUTION),
            Map.entry("Task_ApproveRefund", TaskKind.APPROVE_REFUND),
            Map.entry("Task_ApproveAlteredRefund", TaskKind.APPROVE_ALTERED_REFUND),
            Map.entry("Task_PayRefund", TaskKind.PAY_REFUND));

    private final TaskService tasks;
    private final EngineTables tables;
    private final HistoryService history;
    private final VendorChanges changes;
    private final ObjectionFacts facts;
    private final ReviewDates reviewDates;
    private final Clock clock;

    EngineTasks(
            TaskService tasks,
            EngineTables tables,
            HistoryService history,
            VendorChanges changes,
            ObjectionFacts facts,
            ReviewDates reviewDates,
            Clock clock) {
        this.tasks = tasks;
        this.tables = tables;
        this.history = history;
        this.changes = changes;
        this.facts = facts;
        this.reviewDates = reviewDates;
        this.clock = clock;
    }

    @Override
    public List<Task> open(Map<TaskKind, Scope> kinds, int offset, int limit) {
        return of(tables.open(keys(kinds), offset, limit));
    }

    @Override
    public Map<TaskKind, Long> counts(Map<TaskKind, Scope> kinds) {
        Map<TaskKind, Long> counts = new EnumMap<>(TaskKind.class);
        tables.counts(keys(kinds)).forEach((key, count) -> counts.put(KINDS.get(key), count));
        return counts;
    }

    private static Map<String, Scope> keys(Map<TaskKind, Scope> kinds) {
        return KINDS.entrySet().stream()
                .filter(entry -> kinds.containsKey(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> kinds.get(entry.getValue())));
    }

    @Override
    public List<Task> openAbout(String reference) {
        return of(tables.openAbout(reference));
    }

    @Override
    public List<Task> find(Collection<String> ids) {
        return of(tables.find(ids));
    }

    @Override
    public Optional<EndedTask> ended(String id) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult();
        return Optional.ofNullable(task).map(each -> {
            boolean completed = "completed".equals(each.getDeleteReason());
            return new EndedTask(
                    reference(each.getProcessInstanceId()),
                    completed ? KINDS.get(each.getTaskDefinitionKey()) : null,
                    completed ? each.getAssignee() : null,
                    completed ? each.getDescription() : null,
                    each.getEndTime().toInstant());
        });
    }

    private String reference(String instance) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    /** The outcome is kept as the task's description, since the history has no variables: whoever comes second is told of it. */
    @Override
    public void complete(String id, String outcome, Map<String, Object> verdicts, String by) {
        Task task = find(id).orElseThrow();
        Map<String, Object> variables = new HashMap<>(verdicts);
        variables.putAll(
                switch (task.kind().subjectType()) {
                    case "objection" -> facts.of(task.reference());
                    case "termination" -> Map.of();
                    default -> reviewed(changes.getByReference(task.reference()));
                });
        org.camunda.bpm.engine.task.Task completed =
                tasks.createTaskQuery().taskId(id).singleResult();
        completed.setAssignee(by);
        completed.setDescription(outcome);
        tasks.saveTask(completed);
        tasks.complete(id, variables);
    }

    /** The track goes along with the verdict, since the way forks on it. */
    private Map<String, Object> reviewed(VendorChange change) {
        return change.round().review() == null
                ? Map.of()
                : Map.of(
                        "track",
                        change.round().track().name(),
                        Variables.CHOSEN_DAY,
                        Date.from(reviewDates.chosenDay(change.reference(), clock.instant())));
    }

    private static List<Task> of(List<EngineTables.OpenTask> found) {
        return found.stream()
                .filter(task -> KINDS.containsKey(task.key()))
                .map(task -> new Task(
                        task.id(),
                        KINDS.get(task.key()),
                        task.reference(),
                        task.register(),
                        task.reference(),
                        task.createdAt(),
                        task.dueAt(),
                        task.assignee()))
                .toList();
    }
}
