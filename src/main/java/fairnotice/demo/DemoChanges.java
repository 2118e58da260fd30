package fairnotice.demo;

import fairnotice.access.Actor;
import fairnotice.access.Scope;
import fairnotice.change.ProposingChange;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.demo.DemoFiles.FiledChange;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.notice.AcknowledgingNotice;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeContacts;
import fairnotice.notice.Notices;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** The changes of a demonstration, moved on by its staff and customers. */
@InDemo
@Component
class DemoChanges {

    private static final int LOOKED_AT = 50;
    private static final int MOST_LOOKS = 200;
    private static final long PAUSE_NANOS = 50_000_000;

    private final Map<String, FiledChange> filed = DemoFiles.changes();
    private final ProposingChange proposing;
    private final VendorChanges changes;
    private final ReadingInbox inbox;
    private final CompletingTask completing;
    private final Notices notices;
    private final NoticeContacts noticeContacts;
    private final AcknowledgingNotice acknowledging;
    private final boolean bounces;

    DemoChanges(
            ProposingChange proposing,
            VendorChanges changes,
            ReadingInbox inbox,
            CompletingTask completing,
            Notices notices,
            NoticeContacts noticeContacts,
            AcknowledgingNotice acknowledging,
            DemoInbox letterbox) {
        this.proposing = proposing;
        this.changes = changes;
        this.inbox = inbox;
        this.completing = completing;
        this.notices = notices;
        this.noticeContacts = noticeContacts;
        this.acknowledging = acknowledging;
        this.bounces = letterbox.isThere();
    }

    void propose(String name, String by) {
        FiledChange change = filed.get(name);
        proposing.propose(change.register(), change.proposal(), DemoStaff.actor(by));
    }

    void approve(String name, String by, String comment) {
        Actor reviewer = DemoStaff.actor(by);
        Task review = inbox.tasksAbout(running(name).reference(), reviewer).stream()
                .filter(task -> task.kind() == TaskKind.REVIEW_CHANGE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no review of " + name + " for " + by));
        completing.complete(review.id(), Completion.of("approve", comment), reviewer);
    }

    /** The first contact of each of so many customers says that the notice has arrived. */
    void acknowledge(String name, int customers) {
        VendorChange change = running(name);
        List<Notice> silent = notices.told(change.reference(), change.round().number(), 0, LOOKED_AT, true);
        silent.stream()
                .filter(notice -> notice.start() != null)
                .limit(customers)
                .forEach(this::acknowledge);
    }

    private void acknowledge(Notice notice) {
        List<Contact> contacts =
                noticeContacts.customer(notice).map(Customer::contacts).orElse(List.of());
        notices.contacts(List.of(notice.id())).stream()
                .filter(written -> written.state().reached())
                .flatMap(written -> contacts.stream().filter(contact -> contact.id() == written.contact()))
                .findFirst()
                .ifPresent(contact -> acknowledging.acknowledge(notice.id(), contact));
    }

    /** A bounce takes its time; without the embedded mail server none comes, and the history goes on without it. */
    void awaitUnreached(String name) {
        for (int looks = 0; bounces && looks < MOST_LOOKS && !hasUnreached(name); looks++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean hasUnreached(String name) {
        return inbox.tasksAbout(running(name).reference(), DemoStaff.actor("legal")).stream()
                .anyMatch(task -> task.kind() == TaskKind.REACH_CUSTOMER);
    }

    private VendorChange running(String name) {
        FiledChange change = filed.get(name);
        return changes.recent(Scope.of(change.register()), 0, LOOKED_AT).stream()
                .filter(each -> each.proposal()
                        .subprocessor()
                        .name()
                        .equals(change.subprocessor().name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody proposed " + name));
    }
}
