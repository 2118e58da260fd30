package fairnotice.inbox;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.change.VendorChange;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Gives every task a due date: an objection to be assessed its own; where its process names none, the time the policy gives a review runs from the task's beginning. */
@Service
class DueDates {

    private final Registers registers;
    private final HolidayCalendars calendars;
    private final Objections objections;

    DueDates(Registers registers, HolidayCalendars calendars, Objections objections) {
        this.objections = objections;
        this.registers = registers;
        this.calendars = calendars;
    }

    /** @param changes by the reference of the tasks' cases */
    List<Task> complete(List<Task> tasks, Map<String, VendorChange> changes) {
        Map<String, Objection> assessed = assessed(tasks);
        return tasks.stream()
                .map(task -> assessed.containsKey(task.reference())
                        ? assessedBy(task, assessed.get(task.reference()))
                        : task)
                .map(task -> task.dueAt() != null || !changes.containsKey(task.reference())
                        ? task
                        : task.due(due(task.createdAt(), changes.get(task.reference()))))
                .toList();
    }

    /** Those that wait for an answer, whose day moves with the grounds that come. */
    private Map<String, Objection> assessed(List<Task> tasks) {
        Set<String> references = tasks.stream()
                .filter(task -> task.kind() == TaskKind.ASSESS_GROUNDS)
                .map(Task::reference)
                .collect(Collectors.toSet());
        return references.isEmpty() ? Map.of() : objections.byReferences(references);
    }

    private static Task assessedBy(Task task, Objection objection) {
        boolean waits = task.kind() == TaskKind.ASSESS_GROUNDS && objection.state() == ObjectionState.ASSESSMENT;
        return waits ? task.due(objection.dueAt()) : task;
    }

    private Instant due(Instant from, VendorChange change) {
        NoticePolicy policy = registers.getById(change.register()).policy();
        return due(from, policy, calendars.getById(policy.holidayCalendar()));
    }

    static Instant due(Instant from, NoticePolicy policy, Holidays holidays) {
        CountingRule rule = new CountingRule(policy.reviewWithin(), policy.zone(), false, policy.clause());
        return Deadline.counted(rule, from, "TASK", holidays).endsAt();
    }
}
