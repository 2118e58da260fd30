package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the processes of objections that were filed. A filing only writes its case down, so that it is durable and fast whatever the engine
 * does at that moment; the process is begun from the table, once.
 */
@Component
class CasesToBegin {

    private static final int AT_ONCE = 20;

    private final Objections objections;
    private final CaseFacts facts;
    private final RuntimeService runtime;
    private final Clock clock;

    CasesToBegin(Objections objections, CaseFacts facts, RuntimeService runtime, Clock clock) {
        this.objections = objections;
        this.facts = facts;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** @return whether there was any */
    @Transactional
    public boolean begin() {
        List<Objection> found = objections.toBegin(AT_ONCE);
        for (Objection objection : found) {
            runtime.startProcessInstanceByMessage(Ids.OBJECTION_FILED, objection.reference(), facts.opening(objection));
        }
        if (!found.isEmpty()) {
            objections.begun(found.stream().map(Objection::id).toList(), clock.instant());
        }
        return !found.isEmpty();
    }
}
