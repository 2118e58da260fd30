package fairnotice.process;

import fairnotice.objection.FilingRush;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
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
class CasesToBegin {

    private static final int AT_ONCE = 20;
    private static final int IN_A_RUSH = 2;
    private static final long PAUSE_IN_A_RUSH_NANOS = 500_000_000;

    private final Objections objections;
    private final CaseFacts facts;
    private final RuntimeService runtime;
    private final FilingRush rush;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private long lastInRush = System.nanoTime() - PAUSE_IN_A_RUSH_NANOS;

    CasesToBegin(
            Objections objections,
            CaseFacts facts,
            RuntimeService runtime,
            FilingRush rush,
            TransactionTemplate transaction,
            Clock clock) {
        this.objections = objections;
        this.facts = facts;
        this.runtime = runtime;
        this.rush = rush;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return whether there are likely to be more that may begin now */
    boolean begin() {
        if (!rush.isOn()) {
            return begin(AT_ONCE) > 0;
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

    private int begin(int atOnce) {
        return transaction.execute(tx -> {
            List<Objection> found = objections.toBegin(atOnce);
            for (Objection objection : found) {
                runtime.startProcessInstanceByMessage(
                        Ids.OBJECTION_FILED, objection.reference(), facts.opening(objection));
            }
            if (!found.isEmpty()) {
                objections.begun(found.stream().map(Objection::id).toList(), clock.instant());
            }
            return found.size();
        });
    }
}
