package fairnotice.inbox;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.change.ReviewDates;
import fairnotice.change.VendorChange;
import fairnotice.inbox.TaskReminders.Stage;
import fairnotice.register.NoticePolicy;
import java.time.Instant;

/**
 * When staff are reminded of a task, by the times that its register's policy sets.
 *
 * @param reviewEscalates when a review of the change that the task is about goes to the administrators
 */
record ReminderRules(NoticePolicy policy, Holidays holidays, Instant reviewEscalates) {

    static ReminderRules of(VendorChange change, NoticePolicy policy, Holidays holidays) {
        return new ReminderRules(
                policy,
                holidays,
                ReviewDates.due(change.round(), policy, holidays).escalates());
    }

    boolean isRipe(Task task, Stage stage, Instant now) {
        if (task.dueAt() == null) {
            return false;
        }
        return switch (stage) {
            case SOON -> now.isBefore(task.dueAt()) && !now.isBefore(soon(task));
            case OVERDUE -> !now.isBefore(task.dueAt());
            case ESCALATED -> !now.isBefore(escalated(task));
        };
    }

    /** Counted back from the last day. */
    private Instant soon(Task task) {
        return deadline(task).startsBefore(policy.settlement().remindBefore(), holidays);
    }

    /** When the time that the administrators are not told has passed after the missed day, counted in the unit it is stated in. */
    private Instant escalated(Task task) {
        if (task.kind() == TaskKind.REVIEW_CHANGE) {
            return reviewEscalates;
        }
        CountingRule rule =
                new CountingRule(policy.settlement().escalateAfter(), policy.zone(), false, policy.clause());
        return deadline(task).then(rule, "MISSED", holidays).endsAt();
    }

    /** Until the end of which day it is in time. */
    Deadline deadline(Task task) {
        return Deadline.endingAt(task.dueAt(), policy.zone());
    }
}
