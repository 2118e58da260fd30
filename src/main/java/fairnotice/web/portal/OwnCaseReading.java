package fairnotice.web.portal;

import fairnotice.calendar.Period;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.objection.Attachment;
import fairnotice.objection.CaseFile;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.ReadingCase;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.register.Settlement;
import fairnotice.termination.RefundDates;
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
class OwnCaseReading {

    private final Objections objections;
    private final Threads threads;
    private final CaseFile file;
    private final ReadingCase reading;
    private final Registers registers;
    private final Terminations terminations;
    private final RefundDates refunds;
    private final Clock clock;

    OwnCaseReading(
            Objections objections,
            Threads threads,
            CaseFile file,
            ReadingCase reading,
            Registers registers,
            Terminations terminations,
            RefundDates refunds,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.file = file;
        this.reading = reading;
        this.registers = registers;
        this.terminations = terminations;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** The newest case of the customer about the change, through whichever round's notice it came. */
    Optional<Objection> find(Opened opened) {
        return objections.newest(opened.notice().reference(), opened.customer().id());
    }

    OwnCaseView view(Objection objection, Customer customer) {
        NoticePolicy policy = file.policy(objection);
        Map<Long, List<StoredAttachment>> attachments =
                threads.attachments(objection.id()).stream().collect(Collectors.groupingBy(StoredAttachment::message));
        String publisher = registers.named(objection.register()).name();
        List<ThreadMessage> said = publicThread(objection);
        List<OwnCaseView.Line> thread = said.stream()
                .map(message -> new OwnCaseView.Line(
                        message.at(),
                        author(message, customer, publisher),
                        message.deed(said),
                        message.text(),
                        attachments.getOrDefault(message.id(), List.of())))
                .toList();
        Objection asOfNow = reading.asOfNow(objection);
        return OwnCaseView.of(
                asOfNow, reading.terms(asOfNow), policy.groundsRequired(), policy.zone(), thread, clock.instant());
    }

    /** An attachment of that case which its customer sees. */
    Optional<Attachment> attachment(Objection objection, int number) {
        Set<Long> seen = publicThread(objection).stream().map(ThreadMessage::id).collect(Collectors.toSet());
        return threads.attachments(objection.id()).stream()
                .filter(stored -> stored.number() == number && seen.contains(stored.message()))
                .findFirst()
                .flatMap(stored -> threads.attachment(objection.id(), stored.number()));
    }

    /** The first day of use for what goes on of the customer once that day has ended; empty while its notice does not say. */
    Optional<LocalDate> useAfter(Objection objection, LocalDate lastDay) {
        return file.useAfter(objection, lastDay);
    }

    /** How long whoever has the turn has, as the publisher has set it; empty where no step is awaited. */
    Optional<Period> within(Objection objection) {
        Objection asOfNow = reading.asOfNow(objection);
        if (asOfNow.isSettled()) {
            return Optional.empty();
        }
        Settlement times = file.policy(objection).settlement();
        return switch (asOfNow.state()) {
            case UNMATCHED, ASSESSMENT, CONTESTED -> Optional.of(times.answerWithin());
            case CURE, OFFERED -> Optional.of(times.cureWithin());
            case REFUSED -> Optional.of(times.contestWithin());
            case TERMINATION_OFFERED -> Optional.of(times.termination().electWithin());
            default -> Optional.empty();
        };
    }

    /** The first day of use for a customer that may terminate orders and chooses nothing; empty where nothing is to be chosen. */
    Optional<LocalDate> useIfNothingIsChosen(Objection objection) {
        return file.useIfNothingIsChosen(reading.asOfNow(objection), clock.instant());
    }

    /** The termination the case led to. */
    Optional<OwnTerminationView> termination(Objection objection) {
        return terminations
                .of(objection.reference())
                .map(found -> OwnTerminationView.of(found, refunds.due(found.reference()), clock.instant()));
    }

    /** What was sent to the customer when its refund was paid. */
    Optional<byte[]> statement(Objection objection) {
        return terminations.of(objection.reference()).flatMap(found -> terminations.statement(found.reference()));
    }

    int filesOf(Objection objection) {
        return threads.attachments(objection.id()).size();
    }

    /** One of those who may bind the customer. @param email with most of the mailbox's name hidden */
    record Holder(long id, String name, String email) {}

    List<Holder> authority(Objection objection) {
        return file.authority(objection).stream()
                .map(contact -> new Holder(contact.id(), contact.name(), masked(contact.email())))
                .toList();
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

    /** Staff speak for the publisher; no name of theirs is shown. */
    private static String author(ThreadMessage message, Customer customer, String publisher) {
        if (!message.isFromCustomer()) {
            return publisher;
        }
        return customer.contacts().stream()
                .filter(contact -> message.author().endsWith("/contact:" + contact.id()))
                .findFirst()
                .map(Contact::name)
                .orElse(customer.name());
    }
}
