package fairnotice.process;

import fairnotice.inbox.OverdueJobs;
import fairnotice.timekeeping.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/** Due jobs that no executor took. By real time: a demonstration's clock that is moved on makes many due at once, which is no delay. */
@Component
class OverdueSteps implements OverdueJobs {

    /** A burst of ten thousand timers is done in two minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ManagementService management;
    private final MachineClock machine;

    OverdueSteps(ManagementService management, MachineClock machine) {
        this.management = management;
        this.machine = machine;
    }

    @Override
    public Late late() {
        Instant now = machine.instant();
        Date before = Date.from(now.minus(PATIENCE));
        List<Job> oldest = due(before).orderByJobDuedate().asc().listPage(0, 1);
        return oldest.isEmpty()
                ? new Late(0, Duration.ZERO)
                : new Late(
                        due(before).count(),
                        Duration.between(oldest.get(0).getDuedate().toInstant(), now));
    }

    private JobQuery due(Date before) {
        return management.createJobQuery().withRetriesLeft().active().duedateLowerThan(before);
    }
}
