package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.change.ChangeState;
import fairnotice.change.PostponingChange;
import fairnotice.change.ReviewingChange;
import fairnotice.change.RevisingChange;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.change.WithdrawingChange;
import fairnotice.notice.DecidingGoLive;
import fairnotice.notice.ReachingCustomer;
import fairnotice.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Completing a task: what was decided goes to the feature it belongs to, and the verdict to the process, in one transaction. */
@Service
public class CompletingTask {

    private final List<Tasks> sources;
    private final VendorChanges changes;
    private final ReviewingChange reviewing;
    private final RevisingChange revising;
    private final WithdrawingChange withdrawing;
    private final PostponingChange postponing;
    private final DecidingGoLive deciding;
    private final ReachingCustomer reaching;

    CompletingTask(
            List<Tasks> sources,
            VendorChanges changes,
            ReviewingChange reviewing,
            RevisingChange revising,
            WithdrawingChange withdrawing,
            PostponingChange postponing,
            DecidingGoLive deciding,
            ReachingCustomer reaching) {
        this.sources = sources;
        this.changes = changes;
        this.reviewing = reviewing;
        this.revising = revising;
        this.withdrawing = withdrawing;
        this.postponing = postponing;
        this.deciding = deciding;
        this.reaching = reaching;
    }

    /** @throws Refused when the task is over, not this person's, or the outcome is none of its own */
    @Transactional
    public void complete(String id, Completion completion, Actor actor) {
        Tasks source = sources.stream()
                .filter(each -> each.find(id).isPresent())
                .findFirst()
                .orElseThrow(() -> gone(id));
        Task seen = source.find(id).orElseThrow(() -> gone(id));
        VendorChange change = changes.hold(seen.reference());
        Task task = source.find(id).orElseThrow(() -> gone(id));
        if (!task.kind().outcomes().contains(completion.outcome())) {
            throw Refused.invalid(
                    "outcome",
                    "Please choose one of the outcomes of this task: "
                            + String.join(", ", task.kind().outcomes()) + ".");
        }
        boolean decidesByOthersRules = task.kind() == TaskKind.DECIDE_GO_LIVE || task.kind() == TaskKind.REVISE_CHANGE;
        if (decidesByOthersRules && !TaskRules.mayComplete(task, change, actor)) {
            throw Refused.notAllowed(
                    task.kind() == TaskKind.DECIDE_GO_LIVE
                            ? "This decision is for somebody of the legal group who did not propose the change."
                            : "A returned change is revised by "
                                    + change.round().proposedBy() + ", who proposed it.");
        }
        switch (task.kind()) {
            case REVIEW_CHANGE -> review(source, task, completion, actor);
            case APPROVE_SECOND -> approveSecond(source, task, completion, actor);
            case REVISE_CHANGE -> revise(source, task, completion, actor);
            case DECIDE_GO_LIVE -> decide(source, task, completion, actor);
            case REACH_CUSTOMER -> reach(task, completion, actor, change);
        }
    }

    private void review(Tasks source, Task task, Completion completion, Actor actor) {
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
            case "return" -> reviewing.sendBack(task.reference(), completion.comment(), actor);
            default -> reviewing.reject(task.reference(), completion.comment(), actor);
        }
        source.complete(task.id(), Map.of("verdict", completion.outcome(), "secondApprovalNeeded", second), actor.id());
    }

    private void approveSecond(Tasks source, Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("approve")) {
            reviewing.approveSecond(task.reference(), completion.comment(), actor);
        } else {
            reviewing.sendBack(task.reference(), completion.comment(), actor);
        }
        source.complete(task.id(), Map.of("verdict", completion.outcome()), actor.id());
    }

    private void revise(Tasks source, Task task, Completion completion, Actor actor) {
        if (completion.outcome().equals("withdraw")) {
            withdrawing.withdraw(task.reference(), completion.comment(), actor);
        } else {
            revising.revise(task.reference(), completion.proposal(), actor);
            source.complete(task.id(), Map.of(), actor.id());
        }
    }

    /** Withdrawing and postponing end the task by themselves: the process hears of both at any step. */
    private void decide(Tasks source, Task task, Completion completion, Actor actor) {
        switch (completion.outcome()) {
            case "go-live" -> {
                deciding.goLiveWithoutUnreached(task.reference(), completion.comment(), actor);
                source.complete(task.id(), Map.of("decision", "go-live"), actor.id());
            }
            case "postpone" -> postponing.postpone(task.reference(), completion.to(), completion.comment(), actor);
            default -> withdrawing.withdraw(task.reference(), completion.comment(), actor);
        }
    }

    private void reach(Task task, Completion completion, Actor actor, VendorChange change) {
        long notice = Long.parseLong(task.subject());
        if (change.state() == ChangeState.WITHDRAWN) {
            throw Refused.conflict("The change " + change.reference() + " was withdrawn; nobody needs to be reached.");
        }
        if (completion.outcome().equals("served")) {
            reaching.served(notice, completion.servedOn(), completion.proof(), actor);
        } else if (completion.contact() == null) {
            throw Refused.invalid("contact", "Please choose the contact to write to.");
        } else {
            reaching.writeAgain(notice, completion.contact(), actor);
        }
    }

    private Refused gone(String id) {
        Optional<EndedTask> ended =
                sources.stream().flatMap(source -> source.ended(id).stream()).findFirst();
        return ended.map(task -> Refused.conflict(
                        task.by() == null
                                ? "This task is over: the case has moved on."
                                : "This task was completed already, by " + task.by() + "."))
                .orElseGet(() -> Refused.unknown("There is no task " + shortened(id) + "."));
    }

    private static String shortened(String id) {
        return id.length() > 80 ? id.substring(0, 80) + "…" : id;
    }
}
