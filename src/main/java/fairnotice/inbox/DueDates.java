package fairnotice.inbox;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.change.VendorChange;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Gives every task a due date: where its process names none, the time the policy gives a review runs from the task's beginning. */
@Service
class DueDates {

    private final Registers registers;
    private final HolidayCalendars calendars;

    DueDates(Registers registers, HolidayCalendars calendars) {
        this.registers = registers;
        this.calendars = calendars;
    }

    /** @param changes by the reference of the tasks' cases */
    List<Task> complete(List<Task> tasks, Map<String, VendorChange> changes) {
        return tasks.stream()
                .map(task -> task.dueAt() != null || !changes.containsKey(task.reference())
                        ? task
                        : task.due(due(task.createdAt(), changes.get(task.reference()))))
                .toList();
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
