package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.Proposal;
import fairnotice.change.VendorChanges;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.OfferingOutcomes;
import fairnotice.inbox.OfferingOutcomes.Offered;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "What the staff have to do")
class TasksController {

    private static final List<Role> GROUPS = List.of(Role.LEGAL, Role.FINANCE, Role.ADMIN);

    private final ReadingInbox inbox;
    private final OfferingOutcomes offering;
    private final CompletingTask completing;
    private final VendorChanges changes;

    TasksController(ReadingInbox inbox, OfferingOutcomes offering, CompletingTask completing, VendorChanges changes) {
        this.inbox = inbox;
        this.offering = offering;
        this.completing = completing;
        this.changes = changes;
    }

    @GetMapping
    @Operation(summary = "The tasks that you may complete; those due first, then the oldest")
    List<TaskBody> tasks(
            @RequestParam(required = false) String group,
            @Parameter(description = "Only tasks about this change or objection") @RequestParam(required = false)
                    String reference,
            Actor actor) {
        String named = QueryText.given(group);
        Role of = named == null ? null : role(named);
        String about = QueryText.given(reference);
        List<Task> found = about == null ? inbox.tasks(actor, of) : inbox.tasksAbout(about, actor);
        List<Task> asked = found.stream()
                .filter(task -> of == null || task.kind().groups().contains(of))
                .toList();
        Map<String, Offered> offered = offering.of(asked);
        return asked.stream()
                .map(task -> TaskBody.of(task, offered.get(task.id()).outcomes()))
                .toList();
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Complete a task with one of its outcomes",
            description =
                    "With the fields that the outcome asks for. Revising a returned change takes the change's fields as"
                            + " well; what is left out stays as it is.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(allOf = {TaskDecision.class, ProposedChange.class})))
    void complete(@PathVariable String id, @RequestBody JsonBody body, Actor actor) {
        TaskDecision decision = body.only(TaskDecision.class).as(TaskDecision.class);
        JsonBody revision = body.without(TaskDecision.class);
        Proposal revised = revision.isEmpty() ? null : revised(id, revision, actor);
        completing.complete(id, decision.completion(revised), actor);
    }

    /** The proposal of the task's change with what is to be different; whoever may not complete the task has it read as a new one. */
    private Proposal revised(String task, JsonBody revision, Actor actor) {
        Optional<ProposedChange> present = inbox.tasks(actor, null).stream()
                .filter(each -> each.id().equals(task) && each.kind() == TaskKind.REVISE_CHANGE)
                .map(Task::reference)
                .map(reference -> ProposedChange.of(changes.named(reference).proposal()))
                .findFirst();
        return present.map(revision::over)
                .orElse(revision)
                .as(ProposedChange.class)
                .proposal();
    }

    private static Role role(String group) {
        return GROUPS.stream()
                .filter(role -> TaskBody.word(role).equals(group))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid("group", "There is no such group; the groups are legal, finance and admin."));
    }
}
