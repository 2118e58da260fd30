package fairnotice.process;

import fairnotice.mail.Mailings;
import fairnotice.process.clock.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The engine's clock, which is one for the whole JVM; its deadlines are those of timers and of planned work beside them. */
@Component
class JvmEngineClock implements EngineClock {

    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final Conductor conductor;
    private final ObjectionProcessStarter casesToBegin;
    private final Mailings mailings;
    private final List<PlannedLook> planned;

    JvmEngineClock(
            ManagementService management,
            ProcessEngineConfigurationImpl engine,
            Conductor conductor,
            ObjectionProcessStarter casesToBegin,
            Mailings mailings,
            List<PlannedLook> planned) {
        this.management = management;
        this.engine = engine;
        this.conductor = conductor;
        this.casesToBegin = casesToBegin;
        this.mailings = mailings;
        this.planned = planned;
    }

    @Override
    public void runAhead(Duration ahead) {
        ClockUtil.offset(ahead.toMillis());
        engine.getJobExecutor().jobWasAdded();
    }

    @Override
    public Optional<Instant> nextDeadline() {
        return Stream.concat(nextTimer().stream(), planned.stream().flatMap(look -> look.next().stream()))
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> nextTimer() {
        List<Job> next = management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return next.stream().map(Job::getDuedate).map(Date::toInstant).findFirst();
    }

    @Override
    public boolean isQuiet() {
        return conductor.isQuiet() && !casesToBegin.mayWait() && noneDue() && mailings.isQuiet();
    }

    /** Jobs that are due and have retries left, whether or not the executor has taken them. */
    private boolean noneDue() {
        return management.createJobQuery().active().executable().count() == 0;
    }
}
