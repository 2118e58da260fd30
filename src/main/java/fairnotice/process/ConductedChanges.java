package fairnotice.process;

import fairnotice.change.ChangeProcess;
import fairnotice.change.ReviewDates;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.ReadingNoticePeriods;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a change says to its process, said to the engine: one instance a change, its business key the reference. */
@Component
class ConductedChanges implements ChangeProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final ReadingNoticePeriods clocks;
    private final ReviewDates reviewDates;
    private final Clock clock;

    ConductedChanges(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            @Lazy ReadingNoticePeriods clocks,
            @Lazy ReviewDates reviewDates,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.clocks = clocks;
        this.reviewDates = reviewDates;
        this.clock = clock;
    }

    @Override
    public void begin(String reference) {
        runtime.startProcessInstanceByKey(Ids.VENDOR_CHANGE, reference);
    }

    /** Heard where the process listens; while it does not, the conductor repeats it until it does. */
    @Override
    public void withdrawn(String reference) {
        runtime.createMessageCorrelation(Ids.CHANGE_WITHDRAWN)
                .processInstanceBusinessKey(reference)
                .correlateAll();
    }

    /** Heard by an instance that is in an earlier round, and so once. */
    @Override
    public void amended(String reference, int round) {
        boolean behind = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .variableValueLessThan(Variables.ROUND, round)
                        .count()
                > 0;
        if (behind) {
            runtime.createMessageCorrelation(Ids.CHANGE_AMENDED)
                    .processInstanceBusinessKey(reference)
                    .correlateAll();
        }
    }

    @Override
    public void datesMoved(String reference) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .active()
                .singleResult();
        if (instance == null) {
            return;
        }
        String id = instance.getId();
        Optional<ChangeDates> dates = clocks.dates(reference);
        dates.map(Variables::dates).ifPresent(variables -> moveNoticeTimers(id, variables));
        move(id, Ids.CHOSEN_DAY, () -> reviewDates.chosenDay(reference, clock.instant()));
        tasks.createTaskQuery().processInstanceId(id).taskDefinitionKey(Ids.DECIDE_GO_LIVE).list().stream()
                .filter(task -> isPostponed(dates))
                .forEach(task -> tasks.complete(task.getId(), Map.of("decision", "postpone")));
    }

    private boolean isPostponed(Optional<ChangeDates> dates) {
        return dates.map(known -> clock.instant().isBefore(known.checkAt())).orElse(false);
    }

    private void moveNoticeTimers(String instance, Map<String, Object> dates) {
        runtime.setVariables(instance, dates);
        move(instance, Ids.NOTICE_ENDS, () -> ((Date) dates.get(Variables.NOTICE_ENDS_AT)).toInstant());
        move(instance, Ids.FIRST_REMINDER, () -> ((Date) dates.get(Variables.NEXT_REMINDER_AT)).toInstant());
        move(instance, Ids.NEXT_REMINDER, () -> ((Date) dates.get(Variables.NEXT_REMINDER_AT)).toInstant());
    }

    /** A timer that has fired meanwhile is gone, and asks the tables itself; one that is due fires, and is not moved away. */
    private void move(String instance, String timer, java.util.function.Supplier<Instant> to) {
        List<Job> waiting = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .timers()
                .withRetriesLeft()
                .list();
        for (Job job : waiting) {
            Date due = Date.from(to.get());
            boolean firing = !timer.equals(Ids.NOTICE_ENDS)
                    && !job.getDuedate().toInstant().isAfter(clock.instant());
            if (!firing && !due.equals(job.getDuedate())) {
                management.setJobDuedate(job.getId(), due);
            }
        }
    }
}
