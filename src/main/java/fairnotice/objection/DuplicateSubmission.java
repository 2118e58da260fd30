package fairnotice.objection;

import fairnotice.attachment.Attachment;
import java.util.List;

/** Whether a customer says what it has said already, as a double click or a form sent again does. */
final class DuplicateSubmission {

    private DuplicateSubmission() {}

    /** Anywhere in the thread. */
    static boolean said(Threads threads, long objection, String text, List<Attachment> files) {
        return threads.thread(objection).stream()
                        .anyMatch(message ->
                                message.isFromCustomer() && message.text().equals(text))
                && has(threads.attachments(objection), files);
    }

    /** As the last thing of all; what was said in between gives the same words another meaning. */
    static boolean saidLast(
            Threads threads, long objection, ThreadMessage.Kind kind, String text, List<Attachment> files) {
        List<ThreadMessage> thread = threads.thread(objection).stream()
                .filter(message -> !message.internal())
                .toList();
        if (thread.isEmpty()) {
            return false;
        }
        ThreadMessage last = thread.get(thread.size() - 1);
        return last.kind() == kind
                && last.text().equals(text)
                && has(
                        threads.attachments(objection).stream()
                                .filter(stored -> stored.message() == last.id())
                                .toList(),
                        files);
    }

    private static boolean has(List<StoredAttachment> stored, List<Attachment> files) {
        return files.stream()
                .allMatch(file -> stored.stream()
                        .anyMatch(each -> each.name().equals(file.name()) && each.size() == file.content().length));
    }
}
