package fairnotice.inbox;

import fairnotice.refusal.Phrase;
import java.util.List;
import org.springframework.stereotype.Service;

/** Steps of processes that are due and are not taken, though none of them failed. */
@Service
class JobIncidents implements Incidents {

    private final OverdueJobs jobs;

    JobIncidents(OverdueJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Incident> open() {
        OverdueJobs.Late late = jobs.late();
        return late.count() == 0
                ? List.of()
                : List.of(Incident.of(
                        IncidentKind.JOBS,
                        (late.count() == 1
                                        ? Phrase.of("said.incident.job")
                                        : Phrase.of("said.incident.jobs", late.count()))
                                .said(),
                        late.oldest(),
                        Phrase.of("said.incident.not-taken").said()));
    }
}
