package fairnotice.process;

import fairnotice.change.ChangeProcess;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats to the engine what the tables say and a process has not heard: a withdrawal or amendment recorded while its process was
 * between two steps that listen.
 */
@Component
class OpenWishes {

    private final RuntimeService runtime;
    private final VendorChanges changes;
    private final ChangeProcess process;

    OpenWishes(RuntimeService runtime, VendorChanges changes, ChangeProcess process) {
        this.runtime = runtime;
        this.changes = changes;
        this.process = process;
    }

    @Transactional
    public boolean repeat() {
        Map<String, String> listening = listening();
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

    /** References by process instance, of those that listen for a withdrawal. */
    private Map<String, String> listening() {
        List<EventSubscription> subscriptions = runtime.createEventSubscriptionQuery()
                .eventName(Ids.CHANGE_WITHDRAWN)
                .list();
        if (subscriptions.isEmpty()) {
            return Map.of();
        }
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(subscriptions.stream()
                        .map(EventSubscription::getProcessInstanceId)
                        .collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
