package fairnotice.web.workspace.inbox;

import fairnotice.change.Proposal;
import fairnotice.change.VendorChange;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One task in a list.
 *
 * @param reference of the case it is about
 * @param place where that case has its page
 * @param about reference of the change that the case is about; null when the case is the change
 * @param dueAt null when it has no due date
 * @param unreached the customer to be reached; null for a task of another kind, and where the line need not say it
 */
public record TaskLine(
        String id,
        TaskKind kind,
        String reference,
        String place,
        String about,
        String publisher,
        ChangeKind change,
        String name,
        Instant since,
        Instant dueAt,
        boolean overdue,
        ZoneId zone,
        Unreached unreached) {

    public static TaskLine of(Task task, VendorChange change, Register register, Instant now) {
        Proposal proposal = change.proposal();
        return new TaskLine(
                task.id(),
                task.kind(),
                task.reference(),
                task.place(),
                task.reference().equals(change.reference()) ? null : change.reference(),
                register.name(),
                proposal.kind(),
                proposal.subprocessor().name(),
                task.createdAt(),
                task.dueAt(),
                task.dueAt() != null && !now.isBefore(task.dueAt()),
                register.zone(),
                null);
    }

    TaskLine naming(Unreached customer) {
        return new TaskLine(
                id, kind, reference, place, about, publisher, change, name, since, dueAt, overdue, zone, customer);
    }
}
