package fairnotice.web.portal;

import fairnotice.attachment.Attachment;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.objection.Awaited;
import fairnotice.objection.Channel;
import fairnotice.objection.FinalRefusal;
import fairnotice.objection.KeptAway;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionParties;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.OfferTerms;
import fairnotice.objection.ReadingDispute;
import fairnotice.objection.ReadingObjection;
import fairnotice.objection.RightAfterRefusal;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.objection.WaitingDispute;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.termination.ElectingTermination;
import fairnotice.termination.KeptChoice;
import fairnotice.termination.RefundDates;
import fairnotice.termination.Terminations;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.time.Clock;
import java.time.Instant;
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
    private final ObjectionContext file;
    private final RightAfterRefusal rights;
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
            ObjectionContext file,
            RightAfterRefusal rights,
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
        this.file = file;
        this.rights = rights;
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

    OwnObjectionView view(Objection objection, Customer customer) {
        NoticePolicy policy = file.policy(objection);
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
        Objection asOfNow = reading.asOfNow(objection);
        return OwnObjectionView.of(
                asOfNow,
                reading.terms(asOfNow),
                file.replacedOffer(asOfNow),
                policy.groundsRequired(),
                policy.zone(),
                thread,
                file.alsoSettled(asOfNow),
                file.replacedExemption(asOfNow, clock.instant()),
                clock.instant());
    }

    /** What the case of an exemption means in days; empty for every other. */
    Optional<OfferTerms> exemption(Objection objection) {
        Objection asOfNow = reading.asOfNow(objection);
        return asOfNow.state() == ObjectionState.EXEMPTED ? reading.terms(asOfNow) : Optional.empty();
    }

    /** The exemption agreed about an earlier change of the same vendor that keeps this one from the customer, or did; empty for none. */
    Optional<ObjectionContext.Held> held(VendorChange change, Customer customer) {
        return file.held(change, customer.id());
    }

    /** The end of the key of what an earlier case keeps away, however this one ends without an agreement. */
    Optional<String> keptAway(Objection objection) {
        return file.keptAway(reading.asOfNow(objection), clock.instant()).map(KeptAway::word);
    }

    /** Number of the earlier case that keeps the change away, whatever becomes of this one; empty for none. */
    Optional<String> earlierStanding(Objection objection) {
        return file.earlierStanding(reading.asOfNow(objection)).map(Objection::reference);
    }

    /** When it was admitted as a new one, from which it counts; empty for one that counts from its filing, and for one not admitted. */
    Optional<Instant> admittedAnew(Objection objection) {
        return file.admittedAnew(objection);
    }

    /** The orders that it names, where its customer may terminate others too. */
    Optional<String> namedOrders(Objection objection) {
        return file.namedOrders(reading.asOfNow(objection));
    }

    /** The case that it took the place of; empty for none. */
    Optional<Objection> takesPlaceOf(Objection objection) {
        return file.takesPlaceOf(objection);
    }

    /** An attachment of that case which its customer sees. */
    Optional<Attachment> attachment(Objection objection, int number) {
        Set<Long> seen = publicThread(objection).stream().map(ThreadMessage::id).collect(Collectors.toSet());
        return threads.attachments(objection.id()).stream()
                .filter(stored -> stored.number() == number && seen.contains(stored.message()))
                .findFirst()
                .flatMap(stored -> threads.attachment(objection.id(), stored.number()));
    }

    /** The first day of use for the orders that go on once that day has ended; empty where none does, and while its notice does not say. */
    Optional<LocalDate> othersFrom(Objection objection, LocalDate lastDay) {
        return file.othersFrom(objection, lastDay);
    }

    /** Whether an order of its customer is still in use after that day. */
    boolean goesOnAfter(Objection objection, LocalDate day) {
        return file.goesOnAfter(objection, day);
    }

    /** Whether its customer is told by email when the change takes effect, which it has not yet. */
    boolean isToldLater(Objection objection) {
        return file.isToldLater(objection);
    }

    /** Whether the change is in effect as far as the customer's own notice says. */
    boolean isInEffect(Objection objection) {
        return file.isInEffect(objection);
    }

    /** Whether orders were terminated and others go on, so that what its page says of the change is about those. */
    boolean isForOthers(Objection objection) {
        return file.isForOthers(objection);
    }

    /** What has to end before the change may take effect for the customer. */
    Awaited awaited(Objection objection) {
        return file.awaited(objection);
    }

    /** What the customer may do where no agreement is found. */
    NoticePolicy.Remedy remedy(Objection objection) {
        return file.policy(objection).remedy();
    }

    /** How the last day of whoever has the turn was counted; empty where no step is awaited. */
    Optional<ReadingObjection.Counted> counted(Objection objection) {
        return reading.counted(objection);
    }

    /** The last day on which an offer that is due may still come; after it the search ends. Empty where none is due. */
    Optional<LocalDate> silentUntil(Objection objection) {
        return reading.silentUntil(reading.asOfNow(objection)).map(Deadline::lastDay);
    }

    /** The first day of use for a customer that may terminate orders and chooses nothing; empty where nothing is to be chosen. */
    Optional<LocalDate> useIfNothingIsChosen(Objection objection) {
        return file.useIfNothingIsChosen(reading.asOfNow(objection), clock.instant());
    }

    /** What follows if its refusal becomes final; empty where none can, and where that is not known. */
    Optional<FinalRefusal> ifRefusalBecomesFinal(Objection objection) {
        return rights.ifRefusalBecomesFinal(reading.asOfNow(objection), clock.instant());
    }

    /** What is left of the customer's own right to object, where its objection was refused because of its sender. */
    Optional<RightAfterRefusal.OwnRight> ownRight(Objection objection) {
        return rights.ownRight(reading.asOfNow(objection));
    }

    /** Whether another objection of its customer counts only once legal admits it as new. */
    boolean isFollowedOnceAdmitted(Objection objection) {
        return file.isFollowedOnceAdmitted(objection);
    }

    /** Whether what its customer agreed to last about the change is a safeguard. */
    boolean isOnSafeguard(Objection objection) {
        return file.isOnSafeguard(objection);
    }

    /** Whether it stands whatever becomes of another objection. */
    boolean stands(Objection objection) {
        return file.stands(objection);
    }

    /** Whether that contact decides something of it, for which no code is mailed. */
    boolean decides(Objection objection, Contact by) {
        return parties.decides(objection, by);
    }

    /** Whether it can only be admitted: nothing is left to refuse it for. */
    boolean canOnlyBeAdmitted(Objection objection) {
        return file.canOnlyBeAdmitted(objection);
    }

    /** Whether the change was in effect for its customer when it objected, which keeps it away since. */
    boolean stoppedUse(Objection objection) {
        return file.stoppedUse(objection);
    }

    /** Whether its customer terminated orders because of it, and others go on. */
    boolean leavesOthers(Objection objection) {
        return file.leavesOthers(objection);
    }

    /** Whether orders were ended by this case or one before it, so that what the change may do is about the others. */
    boolean isAboutOthers(Objection objection) {
        return file.isAboutOthers(objection);
    }

    /** The termination that the case, or one before it, led to. */
    Optional<OwnTerminationView> termination(Objection objection, Customer customer) {
        return file.leaving(objection)
                .flatMap(leaving -> terminations.of(leaving.reference()))
                .map(found -> OwnTerminationView.of(
                        found,
                        refunds.due(found.reference()),
                        electing.data(found.worksheet(), customer.orders()),
                        disputed(found.objection()),
                        clock.instant()));
    }

    /** What was written there against the refund and waits for an answer; null where nothing does. */
    private WaitingDispute disputed(String objection) {
        return disputes.of(objection).orElse(null);
    }

    /** What was sent to the customer when its refund was paid. */
    Optional<byte[]> statement(Objection objection) {
        return file.leaving(objection)
                .flatMap(leaving -> terminations.of(leaving.reference()))
                .flatMap(found -> terminations.statement(found.reference()));
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
