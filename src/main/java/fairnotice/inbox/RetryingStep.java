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
    private final Ledger ledger;
    private final Clock clock;

    RetryingStep(List<Incidents> sources, Ledger ledger, Clock clock) {
        this.sources = sources;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param id of the {@linkplain Incident#id incident}
     * @throws Refused when the actor is no administrator, or nothing of that id waits any more
     */
    @Transactional
    public void retry(String id, Actor actor) {
        mayRetry(actor);
        String reference = sources.stream()
                .flatMap(source -> source.find(id).stream())
                .findFirst()
                .map(Incident::reference)
                .orElseThrow(RetryingStep::gone);
        if (sources.stream().noneMatch(source -> source.retry(id))) {
            throw gone();
        }
        ledger.record(Entry.of("step.retried", reference, actor.id(), clock.instant()));
    }

    private static void mayRetry(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw Refused.notAllowed("Only administrators have a failed step tried again.");
        }
    }

    private static Refused gone() {
        return Refused.conflict("This step no longer waits: it has succeeded, or somebody else had it tried again.");
    }
}
