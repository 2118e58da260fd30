package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.SubmissionBackpressure;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the processes of objections that were filed. A filing only writes its case down, so that it is durable and fast whatever the engine
 * does at that moment; the process is begun from the table, once.
 * While customers are filing it goes slowly, since they wait for their page and the process does not.
 */
@Component
class ObjectionProcessStarter {

    private static final int AT_ONCE = 20;
    private static final int IN_A_RUSH = 2;
    private static final long PAUSE_IN_A_RUSH_NANOS = 500_000_000;

    private final Objections objections;
    private final ObjectionFacts facts;
    private final RuntimeService runtime;
    private final SubmissionBackpressure rush;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Setbacks setbacks;
    private long lastInRush = System.nanoTime() - PAUSE_IN_A_RUSH_NANOS;

    ObjectionProcessStarter(
            Objections objections,
            ObjectionFacts facts,
            RuntimeService runtime,
            SubmissionBackpressure rush,
            TransactionTemplate transaction,
            Clock clock,
            Workers workers) {
        this.objections = objections;
        this.facts = facts;
        this.runtime = runtime;
        this.rush = rush;
        this.transaction = transaction;
        this.clock = clock;
        this.setbacks = workers.setbacks("begin the case of");
    }

    /** @return whether there are likely to be more that may begin now */
    boolean begin() {
        if (!rush.isOn()) {
            return begin(AT_ONCE);
        }
        if (System.nanoTime() - lastInRush > PAUSE_IN_A_RUSH_NANOS) {
            begin(IN_A_RUSH);
            lastInRush = System.nanoTime();
        }
        return false;
    }

    /** Whether so many are filing that cases may wait to be begun. */
    boolean mayWait() {
        return rush.isOn();
    }

    private boolean begin(int atOnce) {
        List<String> found = objections.toBegin(setbacks.past(atOnce)).stream()
                .filter(setbacks::isDue)
                .limit(atOnce)
                .toList();
        return setbacks.together(found, reference -> reference, this::beginAll);
    }

    private void beginAll(List<String> references) {
        transaction.executeWithoutResult(tx -> {
            List<Objection> held = objections.lockToStart(references);
            for (Objection objection : held) {
                runtime.startProcessInstanceByMessage(
                        Ids.OBJECTION_FILED, objection.reference(), facts.opening(objection));
            }
            objections.begun(held.stream().map(Objection::id).toList(), clock.instant());
        });
    }
}
