package fairnotice.process;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.ReadingNoticePeriods;
import fairnotice.objection.Objections;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a change that waits for a decision on its go-live back to its clocks once nothing is open any more: there is nothing to decide. */
@Component
class ObsoleteGoLiveDecisions {

    private final VendorChanges changes;
    private final Objections objections;
    private final ReadingNoticePeriods clocks;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Setbacks setbacks;

    ObsoleteGoLiveDecisions(
            VendorChanges changes,
            Objections objections,
            ReadingNoticePeriods clocks,
            TaskService tasks,
            TransactionTemplate transaction,
            Clock clock,
            Workers workers) {
        this.changes = changes;
        this.objections = objections;
        this.clocks = clocks;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
        this.setbacks = workers.setbacks("take back the go-live decision of");
    }

    /** @return whether any was taken back */
    boolean takeBack() {
        return setbacks.each(
                changes.in(EnumSet.of(ChangeState.DECIDING)),
                reference -> reference,
                reference ->
                        nothingOpen(reference) && Boolean.TRUE.equals(transaction.execute(tx -> takeBack(reference))));
    }

    private boolean takeBack(String reference) {
        VendorChange change = changes.lock(reference);
        if (change.state() != ChangeState.DECIDING || !nothingOpen(reference)) {
            return false;
        }
        List<Task> waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(Ids.DECIDE_GO_LIVE)
                .list();
        waiting.forEach(task -> tasks.complete(task.getId(), Map.of("decision", "postpone")));
        return !waiting.isEmpty();
    }

    private boolean nothingOpen(String reference) {
        return !objections.anyInTheWay(reference, clock.instant())
                && clocks.dates(reference).map(ChangeDates::unstarted).orElse(1L) == 0;
    }
}
