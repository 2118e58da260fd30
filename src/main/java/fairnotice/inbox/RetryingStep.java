package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Having a step that failed for good tried again, once its cause is mended. */
@Service
public class RetryingStep {

    private final List<Incidents> sources;
    private final IncidentScope scope;
    private final Ledger ledger;
    private final Clock clock;

    RetryingStep(List<Incidents> sources, IncidentScope scope, Ledger ledger, Clock clock) {
        this.sources = sources;
        this.scope = scope;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param id of the {@linkplain Incident#id incident}
     * @throws Refused when the actor is no administrator, or nothing of that id waits any more where they are one
     */
    @Transactional
    public void retry(String id, Actor actor) {
        mayRetry(actor);
        List<Incident> found =
                sources.stream().flatMap(source -> source.find(id).stream()).toList();
        Incident incident = scope.retriable(found, actor).stream().findFirst().orElseThrow(RetryingStep::gone);
        if (sources.stream().noneMatch(source -> source.retry(id))) {
            throw gone();
        }
        ledger.record(Entry.of("step.retried", subject(incident), actor.id(), clock.instant()));
    }

    private static String subject(Incident incident) {
        return incident.reference() == null ? "STEP-" + incident.id() : incident.reference();
    }

    private static void mayRetry(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw Refused.notAllowed("refused.step.administrators");
        }
    }

    private static Refused gone() {
        return Refused.conflict("refused.step.not-waiting");
    }
}
