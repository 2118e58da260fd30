package fairnotice.web.workspace;

import fairnotice.change.Proposal;
import fairnotice.change.VendorChange;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One task in a list.
 *
 * @param dueAt null when it has no due date
 */
record TaskLine(
        String id,
        TaskKind kind,
        String reference,
        String publisher,
        ChangeKind change,
        String name,
        Instant since,
        Instant dueAt,
        boolean overdue,
        ZoneId zone) {

    static TaskLine of(Task task, VendorChange change, Publishers publishers, Instant now) {
        Register register = publishers.of(change.register());
        Proposal proposal = change.proposal();
        return new TaskLine(
                task.id(),
                task.kind(),
                task.reference(),
                register.name(),
                proposal.kind(),
                proposal.subprocessor().name(),
                task.createdAt(),
                task.dueAt(),
                task.dueAt() != null && !now.isBefore(task.dueAt()),
                register.zone());
    }
}
