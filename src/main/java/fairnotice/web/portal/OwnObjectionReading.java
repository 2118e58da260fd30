package fairnotice.web.portal;

import fairnotice.attachment.Attachment;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.objection.Channel;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ObjectionParties;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.OfferTerms;
import fairnotice.objection.ReadingDispute;
import fairnotice.objection.ReadingObjection;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.termination.ElectingTermination;
import fairnotice.termination.KeptChoice;
import fairnotice.termination.RefundDates;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what a customer reads about its case: only its own, and never what staff noted among themselves. */
@Component
class OwnObjectionReading {

    private final Objections objections;
    private final Threads threads;
    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final ReadingObjection reading;
    private final Registers registers;
    private final Terminations terminations;
    private final RefundDates refunds;
    private final ElectingTermination electing;
    private final ReadingDispute disputes;
    private final Clock clock;

    OwnObjectionReading(
            Objections objections,
            Threads threads,
            ObjectionContexts contexts,
            ObjectionParties parties,
            ReadingObjection reading,
            Registers registers,
            Terminations terminations,
            RefundDates refunds,
            ElectingTermination electing,
            ReadingDispute disputes,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.contexts = contexts;
        this.parties = parties;
        this.reading = reading;
        this.registers = registers;
        this.terminations = terminations;
        this.refunds = refunds;
        this.electing = electing;
        this.disputes = disputes;
        this.clock = clock;
    }

    /** The newest case of the customer about the change, through whichever round's notice it came. */
    Optional<Objection> find(Opened opened) {
        return objections.newest(opened.notice().reference(), opened.customer().id());
    }

    /** What lies around it as it stands now, which its letter or its last day may have moved. */
    ObjectionContext asOfNow(Objection objection) {
        return contexts.of(reading.asOfNow(objection));
    }

    OwnObjectionView view(ObjectionContext asOfNow, Customer customer) {
        Objection objection = asOfNow.objection();
        NoticePolicy policy = asOfNow.policy();
        Map<Long, List<StoredAttachment>> attachments =
                threads.attachments(objection.id()).stream().collect(Collectors.groupingBy(StoredAttachment::message));
        String publisher = registers.getById(objection.register()).name();
        List<ThreadMessage> said = publicThread(objection);
        List<OwnObjectionView.Line> thread = said.stream()
                .map(message -> new OwnObjectionView.Line(
                        message.at(),
                        author(message, objection, customer, publisher),
                        deed(message, objection, said),
                        KeptChoice.inWords(message),
                        attachments.getOrDefault(message.id(), List.of())))
                .toList();
        return OwnObjectionView.of(
                objection,
                asOfNow.terms(),
                asOfNow.replacedOffer(),
                policy.groundsRequired(),
                policy.zone(),
                thread,
                asOfNow.beside().alsoSettled(),
                asOfNow.replacedExemption(),
                clock.instant());
    }

    /** What the case of an exemption means in days; empty for every other. */
    static Optional<OfferTerms> exemption(ObjectionContext asOfNow) {
        return asOfNow.objection().state() == ObjectionState.EXEMPTED ? asOfNow.terms() : Optional.empty();
    }

    /** The exemption agreed about an earlier change of the same vendor that keeps this one from the customer, or did; empty for none. */
    Optional<ObjectionContexts.Held> held(VendorChange change, Customer customer) {
        return contexts.held(change, customer.id());
    }

    /** An attachment of that case which its customer sees. */
    Optional<Attachment> attachment(Objection objection, int number) {
        Set<Long> seen = publicThread(objection).stream().map(ThreadMessage::id).collect(Collectors.toSet());
        return threads.attachments(objection.id()).stream()
                .filter(stored -> stored.number() == number && seen.contains(stored.message()))
                .findFirst()
                .flatMap(stored -> threads.attachment(objection.id(), stored.number()));
    }

    /** How the last day of whoever has the turn was counted; empty where no step is awaited. */
    Optional<ReadingObjection.Counted> counted(Objection objection) {
        return reading.counted(objection);
    }

    /** The last day on which an offer that is due may still come; after it the search ends. Empty where none is due. */
    Optional<LocalDate> silentUntil(ObjectionContext asOfNow) {
        return reading.silentUntil(asOfNow.objection()).map(Deadline::lastDay);
    }

    /** Whether that contact decides something of it, for which no code is mailed. */
    boolean decides(Objection objection, Contact by) {
        return parties.decides(objection, by);
    }

    /** The termination that the case, or one before it, led to. */
    Optional<OwnTerminationView> termination(ObjectionContext context, Customer customer) {
        return left(context)
                .map(found -> OwnTerminationView.of(
                        found,
                        refunds.due(found.reference()),
                        electing.data(found.worksheet(), customer.orders()),
                        disputes.of(found.objection()).orElse(null),
                        clock.instant()));
    }

    private Optional<Termination> left(ObjectionContext context) {
        return context.beside().leaving().flatMap(leaving -> terminations.of(leaving.reference()));
    }

    /** What was sent to the customer when its refund was paid. */
    Optional<byte[]> statement(Objection objection) {
        return left(contexts.of(objection)).flatMap(found -> terminations.statement(found.reference()));
    }

    int filesOf(Objection objection) {
        return threads.attachments(objection.id()).size();
    }

    /** One of those who may bind the customer. @param email with most of the mailbox's name hidden */
    record Holder(long id, String name, String email) {}

    List<Holder> authority(Objection objection) {
        return parties.authority(objection).stream()
                .map(contact -> new Holder(contact.id(), contact.name(), masked(contact.email())))
                .toList();
    }

    /** The name of whoever has the code, where that is somebody else than who reads the page; null where it is not. */
    String otherHolder(Opened opened, Objection objection, Optional<Long> holder) {
        return authority(objection).stream()
                .filter(each -> holder.filter(id -> id == each.id()).isPresent())
                .filter(each -> each.id() != opened.contact().id())
                .findFirst()
                .map(Holder::name)
                .orElse(null);
    }

    /** Enough to know one's own address by, too little to learn another's. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return email.substring(0, email.offsetByCodePoints(0, 1)) + "…" + email.substring(at);
    }

    private List<ThreadMessage> publicThread(Objection objection) {
        return threads.thread(objection.id()).stream()
                .filter(message -> !message.internal())
                .toList();
    }

    /** What staff wrote down names no contact: whoever sent it is not known to be one. */
    private static boolean isOutside(ThreadMessage message) {
        boolean said = message.kind() == ThreadMessage.Kind.FILED || message.kind() == ThreadMessage.Kind.ADDED;
        return said && message.isFromCustomer() && !message.author().contains("/contact:");
    }

    private static String deed(ThreadMessage message, Objection objection, List<ThreadMessage> said) {
        if (!isOutside(message)) {
            return message.deed(said, objection.isRefusedOnAppeal());
        }
        if (message.kind() == ThreadMessage.Kind.ADDED) {
            return "ADDED.outside";
        }
        Channel channel = objection.filing().channel();
        return channel.isRecordedByStaff() ? "FILED." + channel : message.deed(said, objection.isRefusedOnAppeal());
    }

    /** Staff speak for the publisher; no name of theirs is shown. Null for somebody outside whose name is not kept. */
    private static String author(ThreadMessage message, Objection objection, Customer customer, String publisher) {
        if (!message.isFromCustomer()) {
            return publisher;
        }
        if (isOutside(message)) {
            return message.kind() == ThreadMessage.Kind.FILED
                    ? objection.filing().signed()
                    : message.signed();
        }
        return customer.contacts().stream()
                .filter(contact -> message.author().endsWith("/contact:" + contact.id()))
                .findFirst()
                .map(Contact::name)
                .orElse(customer.name());
    }
}
