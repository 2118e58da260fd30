package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.change.CertifyingCorrection;
import fairnotice.change.ChangeState;
import fairnotice.change.Classification;
import fairnotice.change.Deciders;
import fairnotice.change.PostponingChange;
import fairnotice.change.ReviewingChange;
import fairnotice.change.RevisingChange;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.change.WithdrawingChange;
import fairnotice.notice.DecidingGoLive;
import fairnotice.objection.LeavingOutObjectors;
import fairnotice.objection.Objections;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangeKind;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tasks about changes. */
@Service
class ChangeTaskHandler implements TaskHandler {

    private final VendorChanges changes;
    private final ReviewingChange reviewing;
    private final CertifyingCorrection certifying;
    private final RevisingChange revising;
    private final WithdrawingChange withdrawing;
    private final PostponingChange postponing;
    private final DecidingGoLive deciding;
    private final LeavingOutObjectors leavingOut;
    private final Deciders deciders;
    private final StaffDirectory staff;
    private final Objections objections;
    private final Clock clock;

    ChangeTaskHandler(
            VendorChanges changes,
            ReviewingChange reviewing,
            CertifyingCorrection certifying,
            RevisingChange revising,
            WithdrawingChange withdrawing,
            PostponingChange postponing,
            DecidingGoLive deciding,
            LeavingOutObjectors leavingOut,
            Deciders deciders,
            StaffDirectory staff,
            Objections objections,
            Clock clock) {
        this.changes = changes;
        this.reviewing = reviewing;
        this.certifying = certifying;
        this.revising = revising;
        this.withdrawing = withdrawing;
        this.postponing = postponing;
        this.deciding = deciding;
        this.leavingOut = leavingOut;
        this.deciders = deciders;
        this.staff = staff;
        this.objections = objections;
        this.clock = clock;
    }

    @Override
    public List<TaskKind> kinds() {
        return List.of(
                TaskKind.REVIEW_CHANGE, TaskKind.REVISE_CHANGE, TaskKind.APPROVE_SECOND, TaskKind.DECIDE_GO_LIVE);
    }

    @Override
    public Map<String, String> changes(Collection<String> references) {
        return references.stream().distinct().collect(Collectors.toMap(each -> each, each -> each));
    }

    @Override
    public BiPredicate<Task, Actor> mayComplete(List<Task> tasks) {
        Map<String, VendorChange> byReference =
                changes.byReferences(tasks.stream().map(Task::reference).collect(Collectors.toSet()));
        Colleagues colleagues = staff.colleagues();
        return (task, actor) -> byReference.containsKey(task.reference())
                && obstacle(task.kind(), byReference.get(task.reference()), actor, colleagues)
                        .isEmpty();
    }

    private Optional<Phrase> obstacle(TaskKind kind, VendorChange change, Actor actor, Colleagues colleagues) {
        return switch (kind) {
            case REVIEW_CHANGE -> reviewing.obstacle(change, actor, colleagues);
            case APPROVE_SECOND -> reviewing.obstacleToSecond(change, actor, colleagues);
            case REVISE_CHANGE -> revising.obstacle(change, actor);
            case DECIDE_GO_LIVE -> deciders.obstacle(change, actor, colleagues);
            default -> throw new IllegalArgumentException(kind + " is not worked here");
        };
    }

    @Override
    public Optional<Phrase> vacancy(Task task) {
        VendorChange change = changes.getByReference(task.reference());
        return switch (task.kind()) {
            case REVIEW_CHANGE -> reviewing.vacancy(change);
            case APPROVE_SECOND -> reviewing.vacancyOfSecond(change);
            case DECIDE_GO_LIVE -> deciders.vacancy(change);
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, Map<String, List<Phrase>>> obstacles(List<Task> tasks, Actor actor) {
        Map<String, Map<String, List<Phrase>>> obstacles = new HashMap<>();
        List<Task> asked = tasks.stream()
                .filter(task -> task.kind() == TaskKind.DECIDE_GO_LIVE || task.kind() == TaskKind.REVIEW_CHANGE)
                .toList();
        Map<String, VendorChange> about =
                changes.byReferences(asked.stream().map(Task::reference).collect(Collectors.toSet()));
        asked.stream()
                .filter(task -> about.containsKey(task.reference()))
                .forEach(task -> obstacles.put(
                        task.id(),
                        task.kind() == TaskKind.REVIEW_CHANGE
                                ? toCorrection(about.get(task.reference()))
                                : toGoLive(about.get(task.reference()))));
        return obstacles;
    }

    private Map<String, List<Phrase>> toCorrection(VendorChange change) {
        Classification said = change.round().classification();
        boolean outOfPlace = change.proposal().kind() != ChangeKind.MODIFY
                || said == null
                || said.newFacts().isEmpty();
        return Map.of(
                "correct",
                outOfPlace
                        ? List.of(UNSAID)
                        : certifying.obstacle(change).stream().toList());
    }

    private Map<String, List<Phrase>> toGoLive(VendorChange change) {
        return Map.of(
                "go-live",
                Stream.concat(deciding.obstacle(change).stream(), leavingOut.obstacle(change).stream())
                        .toList());
    }

    @Override
    public void lock(Task task) {
        changes.lock(task.reference());
    }

    @Override
    public void complete(Tasks source, Task task, Completion completion, Actor actor) {
        VendorChange change = changes.getByReference(task.reference());
        obstacle(task.kind(), change, actor, staff.colleagues()).ifPresent(phrase -> {
            throw Refused.notAllowed(phrase);
        });
        switch (task.kind()) {
            case REVIEW_CHANGE -> review(source, task, completion, actor);
            case APPROVE_SECOND -> approveSecond(source, task, completion, actor);
            case REVISE_CHANGE -> revise(source, task, completion, actor);
            case DECIDE_GO_LIVE -> decide(source, task, completion, actor);
            default -> throw new IllegalArgumentException(task.kind() + " is not worked here");
        }
    }

    private void review(Tasks source, Task task, Completion completion, Actor actor) {
        mayPassUnannounced(task, completion);
        dayGoesWithCorrection(completion);
        boolean second = false;
        switch (completion.outcome()) {
            case "approve" ->
                second = reviewing
                                .approve(
                                        task.reference(),
                                        completion.track(),
                                        completion.announceOn(),
                                        completion.comment(),
                                        actor)
                                .state()
                        == ChangeState.SECOND_APPROVAL;
            case "correct" -> {
                certifying.certify(task.reference(), completion.soSince(), completion.comment(), actor);
                second = true;
            }
            case "return" -> reviewing.sendBack(task.reference(), completion.comment(), actor);
            default -> reviewing.reject(task.reference(), completion.comment(), actor);
        }
        source.complete(
                task.id(),
                completion.outcome(),
                Map.of("verdict", verdict(completion), "secondApprovalNeeded", second),
                actor.id());
    }

    /** Else a change that somebody meant to certify would be announced. */
    private static void dayGoesWithCorrection(Completion completion) {
        if (completion.soSince() != null && completion.outcome().equals("approve")) {
            throw Refused.invalid("soSince", "refused.review.day-of-correction");
        }
    }

    /** To the process a certificate is an approval. */
    private static String verdict(Completion completion) {
        return completion.outcome().equals("correct") ? "approve" : completion.outcome();
    }

    /** Objections to an earlier round live on, and nobody would be asked about a change that is not announced. */
    private void mayPassUnannounced(Task task, Completion completion) {
        Track track = completion.track() == null
                ? changes.getByReference(task.reference()).round().track()
                : completion.track();
        boolean silently = completion.outcome().equals("approve") && track == Track.UNANNOUNCED;
        if (silently && objections.anyInTheWay(task.reference(), clock.instant())) {
            throw Refused.conflict("refused.review.earlier-round-open");
        }
    }

    private void approveSecond(Tasks source, Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("approve")) {
            reviewing.approveSecond(task.reference(), completion.comment(), actor);
        } else {
            reviewing.sendBack(task.reference(), completion.comment(), actor);
        }
        source.complete(task.id(), completion.outcome(), Map.of("verdict", completion.outcome()), actor.id());
    }

    private void revise(Tasks source, Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("withdraw")) {
            withdrawing.withdraw(task.reference(), completion.comment(), actor);
        } else {
            revising.revise(task.reference(), completion.proposal(), actor);
            source.complete(task.id(), completion.outcome(), Map.of(), actor.id());
        }
    }

    /** Withdrawing and postponing end the task by themselves: the process hears of both at any step. */
    private void decide(Tasks source, Task task, Completion completion, Actor actor) {
        switch (completion.outcome()) {
            case "go-live" -> {
                deciding.goLiveWithoutUnreached(task.reference(), completion.comment(), actor);
                leavingOut.leaveOut(task.reference(), actor);
                source.complete(task.id(), completion.outcome(), Map.of("decision", "go-live"), actor.id());
            }
            case "postpone" -> postponing.postpone(task.reference(), completion.to(), completion.comment(), actor);
            default -> withdrawing.withdraw(task.reference(), completion.comment(), actor);
        }
    }
}
