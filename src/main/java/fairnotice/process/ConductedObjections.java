package fairnotice.process;

import fairnotice.objection.ObjectionProcess;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What a case says to its process, said to the engine: its dates, and its timers at them. */
@Component
class ConductedObjections implements ObjectionProcess {

    /** Timers at the end of the customer's time; the step that follows asks the tables whether it is over. */
    private static final Map<String, String> TIMERS = Map.of(
            "Timer_ContestEnds", "dueAt",
            "Timer_CureEnds", "dueAt",
            "Timer_ElectionEnds", "dueAt",
            "Timer_OfferReminder", "reminderAt",
            "Timer_ElectionReminder", "reminderAt");

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ObjectionFacts facts;
    private final Clock clock;

    ConductedObjections(RuntimeService runtime, ManagementService management, ObjectionFacts facts, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void datesMoved(String reference) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(Ids.OBJECTION)
                .processInstanceBusinessKey(reference)
                .active()
                .singleResult();
        if (instance != null) {
            Map<String, Object> dates = facts.of(reference);
            runtime.setVariables(instance.getId(), dates);
            TIMERS.forEach((timer, date) -> move(instance.getId(), timer, (Date) dates.get(date)));
        }
    }

    /** A reminder that is due fires, and is not moved away; an end of time that came too early is. */
    private void move(String instance, String timer, Date to) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .timers()
                .withRetriesLeft()
                .list()
                .stream()
                .filter(job -> TIMERS.get(timer).equals("dueAt")
                        || job.getDuedate().toInstant().isAfter(clock.instant()))
                .filter(job -> !to.equals(job.getDuedate()))
                .forEach(job -> management.setJobDuedate(job.getId(), to));
    }
}
