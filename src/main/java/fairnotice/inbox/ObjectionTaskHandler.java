package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.StaffDirectory;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.change.WithdrawingChange;
import fairnotice.objection.AssessingGrounds;
import fairnotice.objection.MakingOffer;
import fairnotice.objection.MatchingObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.refusal.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tasks about objections. */
@Service
class ObjectionTaskHandler implements TaskHandler {

    private final VendorChanges changes;
    private final Objections objections;
    private final MatchingObjection matching;
    private final AssessingGrounds assessing;
    private final MakingOffer making;
    private final WithdrawingChange withdrawing;
    private final StaffDirectory staff;

    ObjectionTaskHandler(
            VendorChanges changes,
            Objections objections,
            MatchingObjection matching,
            AssessingGrounds assessing,
            MakingOffer making,
            WithdrawingChange withdrawing,
            StaffDirectory staff) {
        this.staff = staff;
        this.changes = changes;
        this.objections = objections;
        this.matching = matching;
        this.assessing = assessing;
        this.making = making;
        this.withdrawing = withdrawing;
    }

    @Override
    public List<TaskKind> kinds() {
        return List.of(
                TaskKind.MATCH_OBJECTION,
                TaskKind.ASSESS_GROUNDS,
                TaskKind.REASSESS_GROUNDS,
                TaskKind.PROPOSE_RESOLUTION);
    }

    @Override
    public Map<String, String> changes(Collection<String> references) {
        return objections.byReferences(references).values().stream()
                .collect(Collectors.toMap(Objection::reference, Objection::change));
    }

    @Override
    public BiPredicate<Task, Actor> mayComplete(List<Task> tasks) {
        Map<String, Objection> contested = contested(tasks);
        Colleagues colleagues = staff.colleagues();
        return (task, actor) -> actor.holds(Role.LEGAL, task.register())
                && (task.kind() != TaskKind.REASSESS_GROUNDS
                        || contested.containsKey(task.reference())
                                && assessing
                                        .obstacle(contested.get(task.reference()), actor, colleagues)
                                        .isEmpty());
    }

    private Map<String, Objection> contested(List<Task> tasks) {
        List<String> again = tasks.stream()
                .filter(task -> task.kind() == TaskKind.REASSESS_GROUNDS)
                .map(Task::reference)
                .toList();
        return again.isEmpty() ? Map.of() : objections.byReferences(again);
    }

    @Override
    public Optional<Phrase> vacancy(Task task) {
        return switch (task.kind()) {
            case REASSESS_GROUNDS -> assessing.vacancy(objections.getByReference(task.reference()));
            case MATCH_OBJECTION -> matching.vacancy(objections.getByReference(task.reference()));
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, Map<String, List<Phrase>>> obstacles(List<Task> tasks, Actor actor) {
        Map<String, Objection> cases =
                objections.byReferences(tasks.stream().map(Task::reference).collect(Collectors.toSet()));
        Map<String, VendorChange> about = changes.byReferences(
                cases.values().stream().map(Objection::change).collect(Collectors.toSet()));
        Colleagues colleagues = staff.colleagues();
        return tasks.stream()
                .filter(task -> cases.containsKey(task.reference()))
                .collect(Collectors.toMap(Task::id, task -> {
                    Objection objection = cases.get(task.reference());
                    VendorChange change = about.get(objection.change());
                    Optional<Phrase> toRejecting = assessing.obstacleToRejecting(objection, change, actor, colleagues);
                    return obstacles(task, objection, change, toRejecting);
                }));
    }

    private Map<String, List<Phrase>> obstacles(
            Task task, Objection objection, VendorChange change, Optional<Phrase> toRejecting) {
        return switch (task.kind()) {
            case MATCH_OBJECTION -> Map.of("decline", toRejecting.stream().toList());
            case ASSESS_GROUNDS, REASSESS_GROUNDS ->
                Map.of(
                        "admit",
                                assessing.obstacleToAdmitting(objection).stream()
                                        .toList(),
                        "refuse",
                                toRejecting.or(() -> assessing.obstacleToRefusing(objection)).stream()
                                        .toList());
            case PROPOSE_RESOLUTION ->
                Map.of(
                        "offer", making.obstacle(objection, change).stream().toList(),
                        "withdraw-change", withdrawing.obstacle(change).stream().toList());
            default -> Map.of();
        };
    }

    @Override
    public void lock(Task task) {
        objections.lock(task.reference());
    }

    @Override
    public void complete(Tasks source, Task task, Completion completion, Actor actor) {
        switch (task.kind()) {
            case MATCH_OBJECTION -> {
                if (match(task, completion, actor).state() == ObjectionState.UNMATCHED) {
                    return; // it waits for a second person, and so does the task
                }
            }
            case ASSESS_GROUNDS, REASSESS_GROUNDS -> assess(task, completion, actor);
            case PROPOSE_RESOLUTION -> propose(task, completion, actor);
            default -> throw new IllegalArgumentException(task.kind() + " is not worked here");
        }
        boolean givenUp = task.kind() == TaskKind.PROPOSE_RESOLUTION
                && completion.outcome().equals("withdraw-change");
        if (!givenUp) {
            source.complete(task.id(), completion.outcome(), Map.of("verdict", completion.outcome()), actor.id());
        }
    }

    private Objection match(Task task, Completion completion, Actor actor) {
        return completion.outcome().equals("match")
                ? matching.match(task.reference(), completion.settled().customer(), actor)
                : matching.decline(task.reference(), completion.comment(), actor);
    }

    private void assess(Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("admit")) {
            assessing.admit(task.reference(), completion.comment(), actor);
        } else {
            assessing.refuse(task.reference(), completion.settled().reason(), completion.comment(), actor);
        }
    }

    /** A change that is given up settles all its objections as moot, this one too; their processes hear of it. */
    private void propose(Task task, Completion completion, Actor actor) {
        switch (completion.outcome()) {
            case "offer" ->
                making.offer(
                        task.reference(),
                        completion.settled().cure(),
                        completion.comment(),
                        completion.settled().until(),
                        actor);
            case "give-up" -> making.giveUp(task.reference(), completion.comment(), actor);
            default ->
                withdrawing.withdraw(objections.getByReference(task.reference()).change(), completion.comment(), actor);
        }
    }
}
