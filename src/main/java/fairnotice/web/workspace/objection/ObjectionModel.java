package fairnotice.web.workspace.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.Order;
import fairnotice.notice.ReadingWindows;
import fairnotice.notice.WindowClosing;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.Objections;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.refusal.KeptPhrase;
import fairnotice.register.Register;
import fairnotice.termination.KeptChoice;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.change.ChangeView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of one case show. */
@Component
class ObjectionModel {

    /**
     * The last days of a case, in its register's zone.
     *
     * @param window null while no clock of its customer has started
     * @param due of whoever has the turn; null when nobody has
     * @param mayObject of the time that its refusal leaves its customer to object to what was amended; null where it leaves none
     */
    record ObjectionDays(LocalDate window, LocalDate answer, LocalDate due, boolean overdue, LocalDate mayObject) {

        static ObjectionDays of(Objection objection, ZoneId zone, Instant now) {
            Instant due = objection.dueAt();
            return new ObjectionDays(
                    lastDay(objection.windowClosesAt(), zone),
                    lastDay(objection.answerDueAt(), zone),
                    lastDay(due, zone),
                    due != null && !now.isBefore(due),
                    lastDay(objection.mayObjectUntil(), zone));
        }

        private static LocalDate lastDay(Instant ends, ZoneId zone) {
            return ends == null ? null : Deadline.endingAt(ends, zone).lastDay();
        }
    }

    /** @param order null when the customer does not have it any more */
    record Affected(String number, Order order) {}

    /** One message. @param deed end of the key of the words for what it does @param who its author in words */
    record Said(ThreadMessage message, String deed, String who, List<StoredAttachment> attachments) {

        /** Which orders were terminated is kept in English words; all else is as it was written. */
        public String text() {
            return KeptChoice.inWords(message);
        }
    }

    private final Objections objections;
    private final Threads threads;
    private final VendorChanges changes;
    private final Customers customers;
    private final ObjectionContexts contexts;
    private final ReadingWindows windows;
    private final Publishers publishers;
    private final People people;
    private final Phrases phrases;
    private final Clock clock;

    ObjectionModel(
            Objections objections,
            Threads threads,
            VendorChanges changes,
            Customers customers,
            ObjectionContexts contexts,
            ReadingWindows windows,
            Publishers publishers,
            People people,
            Phrases phrases,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.changes = changes;
        this.customers = customers;
        this.contexts = contexts;
        this.windows = windows;
        this.publishers = publishers;
        this.people = people;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** What was filed, by whom, where it stands, and what was said. */
    Objection fill(String reference, Model model) {
        Objection objection = objections.getByReference(reference);
        VendorChange change = changes.getByReference(objection.change());
        Register register = publishers.of(objection.register());
        ZoneId zone = publishers.zone(objection);
        Customer customer = objection.customer() == null
                ? null
                : customers.writtenToInCases(objection.customer()).orElse(null);
        ObjectionContext context = contexts.of(objection);
        model.addAttribute("objection", objection);
        model.addAttribute("change", ChangeView.of(change, register, zone));
        model.addAttribute("customer", customer);
        model.addAttribute("refusal", KeptPhrase.inWords(objection.refusal(), "said.declined.joined"));
        model.addAttribute("days", ObjectionDays.of(objection, zone, clock.instant()));
        model.addAttribute("closing", closing(context));
        model.addAttribute("onlyAdmitted", context.canOnlyBeAdmitted());
        model.addAttribute("settledBy", context.beside().settledBy().orElse(null));
        model.addAttribute("affected", affected(objection, customer));
        List<ThreadMessage> thread = threads.thread(objection.id());
        model.addAttribute("thread", thread(thread, objection, customer));
        model.addAttribute("refusedBy", whoLast(ThreadMessage.Kind.REFUSED, thread));
        model.addAttribute("admittedBy", whoLast(ThreadMessage.Kind.ADMITTED, thread));
        model.addAttribute("replaced", context.replacedOffer().orElse(null));
        return objection;
    }

    /** What has closed the customer's window in the round that the case is about; null while that counts. */
    private WindowClosing closing(ObjectionContext context) {
        return context.notice()
                .filter(notice -> notice.round() == context.objection().round())
                .flatMap(windows::closing)
                .orElse(null);
    }

    private static List<Affected> affected(Objection objection, Customer customer) {
        List<Order> known = customer == null ? List.of() : customer.orders();
        return objection.filing().orders().stream()
                .sorted()
                .map(number -> new Affected(
                        number,
                        known.stream()
                                .filter(order -> order.externalId().equals(number))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** Who decided so last; null where nobody has. */
    private static String whoLast(ThreadMessage.Kind decided, List<ThreadMessage> thread) {
        return thread.stream()
                .filter(message -> message.kind() == decided)
                .map(ThreadMessage::author)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private List<Said> thread(List<ThreadMessage> thread, Objection objection, Customer customer) {
        List<StoredAttachment> attachments = threads.attachments(objection.id());
        return thread.stream()
                .map(message -> new Said(
                        message,
                        message.deed(thread, objection.isRefusedOnAppeal()),
                        author(message, objection, customer),
                        attachments.stream()
                                .filter(attachment -> attachment.message() == message.id())
                                .toList()))
                .toList();
    }

    private String author(ThreadMessage message, Objection objection, Customer customer) {
        if (!message.isFromCustomer()) {
            return people.named(message.author());
        }
        if (message.author().startsWith("sender:")) {
            String sender = message.kind() == ThreadMessage.Kind.FILED
                    ? objection.filing().sender()
                    : message.signed();
            return sender == null
                    ? phrases.said("workspace.case.by.other-sender")
                    : phrases.said("workspace.case.by.sender", sender);
        }
        if (message.signed() != null && customer != null) {
            return phrases.said("workspace.case.by.contact", message.signed(), customer.name());
        }
        if (customer == null) {
            return objection.filing().sender();
        }
        return people.named(message.author(), id -> Optional.of(customer));
    }
}
