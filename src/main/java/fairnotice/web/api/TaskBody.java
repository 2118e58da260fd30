package fairnotice.web.api;

import fairnotice.access.Role;
import fairnotice.inbox.Task;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A task as it is shown.
 *
 * @param kind which it is, whatever it is called: {@code REVIEW_CHANGE}
 * @param group the first of {@code groups}; null when it is one person's
 * @param dueAt null when it has no due date
 * @param assignee the one person it is for; null when any of the groups may take it
 * @param customer name of the customer to be reached; null for a task of another kind
 * @param outcomes those that can be taken as things stand
 */
record TaskBody(
        String id,
        String name,
        String kind,
        String group,
        List<String> groups,
        Subject subject,
        String customer,
        Instant createdAt,
        Instant dueAt,
        String assignee,
        List<String> outcomes) {

    /**
     * @param type "change", "notice" or "objection"
     * @param reference of the change, of the change that the notice is of, or of the objection
     * @param notice id of the notice; null when the task is about the whole change
     */
    record Subject(String type, String reference, String notice) {}

    static TaskBody of(Task task, String customer, List<String> outcomes) {
        List<String> groups = task.kind().groups().stream().map(TaskBody::word).toList();
        String type = task.subjectType();
        return new TaskBody(
                task.id(),
                task.kind().label(),
                task.kind().name(),
                groups.isEmpty() ? null : groups.get(0),
                groups,
                new Subject(type, task.reference(), type.equals("notice") ? task.subject() : null),
                customer,
                task.createdAt(),
                task.dueAt(),
                task.assignee(),
                outcomes);
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
