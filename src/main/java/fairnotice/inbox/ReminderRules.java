package fairnotice.inbox;

import fairnotice.calendar.Holidays;
import fairnotice.inbox.TaskReminders.Stage;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;

/** When staff are reminded of a task, by the times that its register's policy sets. */
record ReminderRules(NoticePolicy policy, Holidays holidays) {

    /** Reviews of changes have timers of their own for what is overdue, which this does not repeat. */
    boolean isRipe(Task task, Stage stage, Instant now) {
        if (task.dueAt() == null || stage != Stage.SOON && task.kind() == TaskKind.REVIEW_CHANGE) {
            return false;
        }
        return switch (stage) {
            case SOON -> now.isBefore(task.dueAt()) && !now.isBefore(soon(task));
            case OVERDUE -> !now.isBefore(task.dueAt());
            case ESCALATED -> !now.isBefore(escalated(task));
        };
    }

    /** The last day on which it is in time. */
    LocalDate lastDay(Task task) {
        return LocalDate.ofInstant(task.dueAt().minusNanos(1), policy.zone());
    }

    private Instant soon(Task task) {
        return startOf(policy.settlement().remindBefore().countedBackFrom(dayOf(task), holidays));
    }

    private Instant escalated(Task task) {
        return startOf(policy.settlement().escalateAfter().countedFrom(dayOf(task), holidays));
    }

    private LocalDate dayOf(Task task) {
        return LocalDate.ofInstant(task.dueAt(), policy.zone());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(policy.zone()).toInstant();
    }
}
