package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.Proposal;
import fairnotice.change.VendorChanges;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.NamingUnreached;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.inbox.OfferingOutcomes;
import fairnotice.inbox.OfferingOutcomes.Offered;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.ReadingInbox.Paged;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "What the staff have to do")
class TasksController {

    private static final List<Role> GROUPS = List.of(Role.LEGAL, Role.FINANCE, Role.ADMIN);

    private final ReadingInbox inbox;
    private final NamingUnreached naming;
    private final OfferingOutcomes offering;
    private final CompletingTask completing;
    private final VendorChanges changes;

    TasksController(
            ReadingInbox inbox,
            NamingUnreached naming,
            OfferingOutcomes offering,
            CompletingTask completing,
            VendorChanges changes) {
        this.inbox = inbox;
        this.naming = naming;
        this.offering = offering;
        this.completing = completing;
        this.changes = changes;
    }

    @GetMapping
    @Operation(
            summary = "The tasks that you may complete; those due first, then the oldest",
            description =
                    "A page at a time, at most 500. As long as the header Link names a page with rel=\"next\", there is"
                            + " more; a page may hold fewer tasks than its size, or none, since tasks of others are left out of it.")
    ResponseEntity<List<TaskBody>> tasks(
            @RequestParam(required = false) String group,
            @Parameter(description = "Only tasks about this change or objection") @RequestParam(required = false)
                    String reference,
            @Parameter(description = "Which page, from 1") @RequestParam(defaultValue = "1") int page,
            @Parameter(description = "How many tasks are looked at for a page, at most 500")
                    @RequestParam(defaultValue = "500")
                    int size,
            Actor actor) {
        Place place = Place.of(page, size);
        String named = QueryText.given(group);
        Role of = named == null ? null : role(named);
        String about = QueryText.given(reference);
        Paged found = about == null
                ? inbox.tasks(actor, of, place.offset(), place.size())
                : place.cut(inbox.tasksAbout(about, actor).stream()
                        .filter(task -> of == null || task.kind().groups().contains(of))
                        .toList());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (found.more()) {
            answer.header(HttpHeaders.LINK, place.linkToNext(named, about));
        }
        return answer.body(bodies(found.tasks(), actor));
    }

    private List<TaskBody> bodies(List<Task> tasks, Actor actor) {
        Map<String, Offered> offered = offering.of(tasks, actor);
        Map<String, Unreached> unreached = naming.of(tasks);
        return tasks.stream()
                .map(task -> TaskBody.of(
                        task,
                        unreached.containsKey(task.id())
                                ? unreached.get(task.id()).customer()
                                : null,
                        offered.get(task.id()).outcomes()))
                .toList();
    }

    /** Where a page stands in the list. */
    private record Place(int page, int size) {

        private static final int LAST = 100_000;

        static Place of(int page, int size) {
            if (page < 1 || page > LAST) {
                throw Refused.invalid("page", "refused.api.page", LAST);
            }
            if (size < 1) {
                throw Refused.invalid("size", "refused.api.page-size");
            }
            return new Place(page, Math.min(size, ReadingInbox.MOST));
        }

        int offset() {
            return (page - 1) * size;
        }

        Paged cut(List<Task> all) {
            return new Paged(all.stream().skip(offset()).limit(size).toList(), all.size() > offset() + size);
        }

        /** As RFC 8288 has it, from the root of this server. */
        String linkToNext(String group, String reference) {
            String next = UriComponentsBuilder.fromPath("/api/v1/tasks")
                    .queryParamIfPresent("group", Optional.ofNullable(group))
                    .queryParamIfPresent("reference", Optional.ofNullable(reference))
                    .queryParam("page", page + 1)
                    .queryParam("size", size)
                    .encode()
                    .toUriString();
            return "<" + next + ">; rel=\"next\"";
        }
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
        Optional<Task> revising = inbox.task(id, actor).filter(task -> task.kind() == TaskKind.REVISE_CHANGE);
        String[] ofTheChange = revising.isPresent() ? new String[] {"reason"} : new String[0];
        TaskDecision decision = body.only(TaskDecision.class, ofTheChange).as(TaskDecision.class);
        JsonBody revision = body.without(TaskDecision.class, ofTheChange);
        Proposal revised = revision.isEmpty() ? null : revised(revising, revision);
        completing.complete(id, decision.completion(revised), actor);
    }

    /**
     * The proposal of the task's change with what is to be different.
     *
     * @param task empty for whoever may not complete it, who has it read as a new one
     */
    private Proposal revised(Optional<Task> task, JsonBody revision) {
        Optional<ProposedChange> present = task.map(Task::reference)
                .map(reference ->
                        ProposedChange.of(changes.getByReference(reference).proposal()));
        return present.map(revision::over)
                .orElse(revision)
                .as(ProposedChange.class)
                .proposal();
    }

    private static Role role(String group) {
        return GROUPS.stream()
                .filter(role -> TaskBody.word(role).equals(group))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("group", "refused.api.group"));
    }
}
