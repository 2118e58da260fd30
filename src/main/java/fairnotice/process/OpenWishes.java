package fairnotice.process;

import fairnotice.change.ChangeProcess;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats to the engine what the tables say and a process has not heard: a withdrawal or amendment recorded while its process was
 * between two steps that listen.
 */
@Component
class OpenWishes {

    private final EngineTables tables;
    private final RuntimeService runtime;
    private final VendorChanges changes;
    private final ChangeProcess process;

    OpenWishes(EngineTables tables, RuntimeService runtime, VendorChanges changes, ChangeProcess process) {
        this.tables = tables;
        this.runtime = runtime;
        this.changes = changes;
        this.process = process;
    }

    @Transactional
    public boolean repeat() {
        Map<String, String> listening = tables.listening(Ids.CHANGE_WITHDRAWN);
        Map<String, VendorChange> byReference = changes.byReferences(listening.values());
        boolean any = false;
        for (Map.Entry<String, String> instance : listening.entrySet()) {
            VendorChange change = byReference.get(instance.getValue());
            any |= change != null && repeat(change, instance.getKey());
        }
        return any;
    }

    private boolean repeat(VendorChange change, String instance) {
        if (change.state() == ChangeState.WITHDRAWN) {
            changes.hold(change.reference());
            process.withdrawn(change.reference());
            return true;
        }
        int round = change.round().number();
        boolean behind = round > 1 && !heardOf(instance, round);
        if (behind) {
            changes.hold(change.reference());
            process.amended(change.reference(), round);
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
