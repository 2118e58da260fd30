package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.termination.ApprovingRefund;
import fairnotice.termination.PayingRefund;
import fairnotice.termination.RecalculatingRefund;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tasks about terminations and their refunds. */
@Service
class TerminationTaskHandler implements TaskHandler {

    private final Terminations terminations;
    private final ApprovingRefund approving;
    private final RecalculatingRefund recalculating;
    private final PayingRefund paying;
    private final StaffDirectory staff;

    TerminationTaskHandler(
            Terminations terminations,
            ApprovingRefund approving,
            RecalculatingRefund recalculating,
            PayingRefund paying,
            StaffDirectory staff) {
        this.staff = staff;
        this.terminations = terminations;
        this.approving = approving;
        this.recalculating = recalculating;
        this.paying = paying;
    }

    @Override
    public List<TaskKind> kinds() {
        return List.of(TaskKind.APPROVE_REFUND, TaskKind.APPROVE_ALTERED_REFUND, TaskKind.PAY_REFUND);
    }

    @Override
    public Map<String, String> changes(Collection<String> references) {
        return terminations.byReferences(references).values().stream()
                .collect(Collectors.toMap(Termination::reference, Termination::change));
    }

    @Override
    public BiPredicate<Task, Actor> mayComplete(List<Task> tasks) {
        Colleagues colleagues = staff.colleagues();
        Map<String, Termination> byReference =
                terminations.byReferences(tasks.stream().map(Task::reference).collect(Collectors.toSet()));
        return (task, actor) -> byReference.containsKey(task.reference())
                && obstacle(task, byReference.get(task.reference()), actor, colleagues)
                        .isEmpty();
    }

    private Optional<Phrase> obstacle(Task task, Termination termination, Actor actor, Colleagues colleagues) {
        return switch (task.kind()) {
            case APPROVE_ALTERED_REFUND -> approving.obstacleToAltered(termination, actor, colleagues);
            case PAY_REFUND -> paying.obstacle(termination, actor, colleagues);
            default -> approving.obstacle(termination, actor);
        };
    }

    @Override
    public Map<String, Map<String, List<Phrase>>> obstacles(List<Task> tasks, Actor actor) {
        List<Task> toApprove = tasks.stream()
                .filter(task -> task.kind() == TaskKind.APPROVE_REFUND)
                .toList();
        Map<String, Termination> byReference = terminations.byReferences(
                toApprove.stream().map(Task::reference).collect(Collectors.toSet()));
        return toApprove.stream()
                .filter(task -> byReference.containsKey(task.reference()))
                .collect(Collectors.toMap(
                        Task::id,
                        task -> Map.of(
                                "alter",
                                approving.obstacleToAltering(byReference.get(task.reference())).stream()
                                        .toList())));
    }

    @Override
    public Optional<Phrase> vacancy(Task task) {
        Termination termination = terminations.getByReference(task.reference());
        return switch (task.kind()) {
            case APPROVE_ALTERED_REFUND -> approving.vacancy(termination);
            case PAY_REFUND -> paying.vacancy(termination);
            default -> Optional.empty();
        };
    }

    @Override
    public void lock(Task task) {
        terminations.lock(task.reference());
    }

    /** A refund that was calculated again is still to be approved, so that its task stays. */
    @Override
    public void complete(Tasks source, Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("recalculate")) {
            recalculating.recalculate(task.reference(), actor);
            return;
        }
        switch (task.kind()) {
            case APPROVE_REFUND -> approve(task, completion, actor);
            case APPROVE_ALTERED_REFUND -> judgeAltered(task, completion, actor);
            case PAY_REFUND ->
                paying.paid(task.reference(), completion.refunded().payouts(), actor);
            default -> throw new IllegalArgumentException(task.kind() + " is not worked here");
        }
        source.complete(task.id(), completion.outcome(), Map.of(), actor.id());
    }

    private void approve(Task task, Completion completion, Actor actor) {
        approving.mustBeAsSeen(task.reference(), completion.refunded().seen());
        Map<String, BigDecimal> amounts = completion.refunded().amounts();
        if (!completion.outcome().equals("alter")) {
            approving.approveAsCalculated(task.reference(), amounts, completion.comment(), actor);
            return;
        }
        if (amounts.isEmpty()) {
            throw Refused.invalid("amounts", "refused.refund.altered-amounts");
        }
        approving.approve(task.reference(), amounts, completion.comment(), actor);
    }

    private void judgeAltered(Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("approve")) {
            approving.approveAltered(task.reference(), completion.comment(), actor);
        } else {
            approving.sendBack(task.reference(), completion.comment(), actor);
        }
    }
}
