package fairnotice.inbox;

import fairnotice.worker.Setback;
import fairnotice.worker.Workers;
import java.util.List;
import org.springframework.stereotype.Service;

/** What this node's workers have set aside; they try it again by themselves. */
@Service
class WorkerIncidents implements Incidents {

    private final Workers workers;

    WorkerIncidents(Workers workers) {
        this.workers = workers;
    }

    @Override
    public List<Incident> open() {
        return workers.waiting().stream()
                .map(waiting -> {
                    Setback setback = waiting.setback();
                    return new Incident(
                            IncidentKind.WORKER,
                            waiting.sentence(),
                            null,
                            setback.lasting(),
                            setback.retryIn(),
                            setback.cause(),
                            null,
                            null);
                })
                .toList();
    }
}
