package fairnotice.inbox;

import fairnotice.refusal.Phrase;
import fairnotice.timekeeping.NodeClock;
import fairnotice.timekeeping.Standing;
import java.util.List;
import org.springframework.stereotype.Service;

/** A clock that is not right: this node does nothing that a date depends on, and goes on by itself once it is. */
@Service
class ClockIncidents implements Incidents {

    private final NodeClock clock;

    ClockIncidents(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public List<Incident> open() {
        Standing standing = clock.standing();
        return standing.right()
                ? List.of()
                : List.of(Incident.of(
                        IncidentKind.CLOCK,
                        Phrase.of("said.incident.clock").said(),
                        clock.lasting().orElse(null),
                        standing.sentence()));
    }
}
