package fairnotice.process;

import fairnotice.change.ChangeProcess;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.process.EngineTables.Listening;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats to the engine what the tables say and a process has not heard: a withdrawal or amendment recorded while its process was
 * between two steps that listen.
 */
@Component
class ChangeMessageRelay {

    private final EngineTables tables;
    private final RuntimeService runtime;
    private final VendorChanges changes;
    private final ChangeProcess process;
    private final TransactionTemplate transaction;
    private final Setbacks setbacks;

    ChangeMessageRelay(
            EngineTables tables,
            RuntimeService runtime,
            VendorChanges changes,
            ChangeProcess process,
            TransactionTemplate transaction,
            Workers workers) {
        this.tables = tables;
        this.runtime = runtime;
        this.changes = changes;
        this.process = process;
        this.transaction = transaction;
        this.setbacks = workers.setbacks("carry out the withdrawal or amendment of");
    }

    /** @return whether any process was told of a withdrawal or amendment */
    boolean repeat() {
        List<Listening> listening = tables.listening(Ids.CHANGE_WITHDRAWN);
        Set<String> moved = Set.copyOf(changes.withdrawnOrBeyond(
                listening.stream().collect(Collectors.toMap(Listening::reference, Listening::round, Math::min))));
        return setbacks.each(
                listening.stream()
                        .filter(each -> moved.contains(each.reference()))
                        .toList(),
                Listening::reference,
                each -> Boolean.TRUE.equals(transaction.execute(tx -> repeat(each.reference(), each.instance()))));
    }

    private boolean isBehind(VendorChange change, String instance) {
        int round = change.round().number();
        return change.state() == ChangeState.WITHDRAWN || round > 1 && !heardOf(instance, round);
    }

    private boolean repeat(String reference, String instance) {
        VendorChange change = changes.lock(reference);
        boolean behind = isBehind(change, instance);
        if (behind && change.state() == ChangeState.WITHDRAWN) {
            process.withdrawn(reference);
        } else if (behind) {
            process.amended(reference, change.round().number());
        }
        return behind;
    }

    /** Asked by a query, which an instance that has just ended answers too. */
    private boolean heardOf(String instance, int round) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .variableValueLessThan(Variables.ROUND, round)
                        .count()
                == 0;
    }
}
