package fairnotice.inbox;

import java.time.Instant;

/**
 * Something a person has to do.
 *
 * @param reference of the case it is about: a change or an objection
 * @param register id of the register its case belongs to
 * @param subject what exactly it is about: the case's reference, or a notice's id
 * @param dueAt null where its source names none; whoever reads the inbox always gets one
 * @param assignee user name of the one person it is for; null when any of the group may take it
 */
public record Task(
        String id,
        TaskKind kind,
        String reference,
        String register,
        String subject,
        Instant createdAt,
        Instant dueAt,
        String assignee) {

    /** Where its case has its page: {@code /changes/OPSTICKET-2026-0007}. */
    public String place() {
        String type = subjectType();
        return "/" + (type.equals("notice") ? "change" : type) + "s/" + reference;
    }

    /** "change", "notice", "objection" or "termination". A customer is reached about a notice, or about its objection. */
    public String subjectType() {
        return kind == TaskKind.REACH_CUSTOMER && subject.equals(reference) ? "objection" : kind.subjectType();
    }

    Task due(Instant at) {
        return new Task(id, kind, reference, register, subject, createdAt, at, assignee);
    }
}
