package fairnotice.notice;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.calendar.CalendarEntries;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Attachment;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Tells all contacts of a customer by which days it can act, once its notice was served by letter or in person: no email has brought it to them.
 * In the conversation of the notice; what becomes of these messages moves no date.
 */
@Service
class TellingService {

    private final NoticeContacts contacts;
    private final Registers registers;
    private final ReadingStanding standing;
    private final ReadingWindows windows;
    private final NoticeEntry entry;
    private final CalendarEntries entries;
    private final EmailTemplates letters;
    private final Mailings mailings;
    private final ExemptionsHeld exemptions;

    TellingService(
            NoticeContacts contacts,
            Registers registers,
            ReadingStanding standing,
            ReadingWindows windows,
            NoticeEntry entry,
            CalendarEntries entries,
            EmailTemplates letters,
            Mailings mailings,
            ExemptionsHeld exemptions) {
        this.contacts = contacts;
        this.registers = registers;
        this.standing = standing;
        this.windows = windows;
        this.entry = entry;
        this.entries = entries;
        this.letters = letters;
        this.mailings = mailings;
        this.exemptions = exemptions;
    }

    /** @param served with the dates that count since */
    void tell(Notice served, VendorChange change, NoticePolicy policy) {
        List<Outgoing> to = contacts.customer(served).stream()
                .flatMap(customer -> customer.contacts().stream().map(contact -> message(served, customer, contact)))
                .toList();
        if (to.isEmpty()) {
            return;
        }
        Register register = registers.getById(served.register());
        boolean closed = windows.closing(served).isPresent();
        mailings.send(NewMailing.spoken(to, () -> letter(served, change, policy, register, closed)), to);
    }

    private NewMailing letter(
            Notice served, VendorChange change, NoticePolicy policy, Register register, boolean closed) {
        Email letter = letters.compose("notice-served", model(served, change, policy, register, closed))
                .enclosing(new Attachment(
                        change.reference() + ".ics",
                        CalendarEntries.TYPE,
                        entries.write(List.of(entry.entry(
                                served,
                                change,
                                entry.days(served, change, closed, false, List.of(), NoticeEntry.Use.NONE))))));
        return new NewMailing(
                        "notice-served/" + change.reference() + "/" + served.round() + "/" + served.id(),
                        Kind.CONTRACTUAL,
                        change.reference(),
                        register.name(),
                        register.sender(),
                        register.replyTo(),
                        register.id() + ".notices.fairnotice",
                        letter)
                .in(served.conversation());
    }

    private Map<String, Object> model(
            Notice served, VendorChange change, NoticePolicy policy, Register register, boolean closed) {
        NoticeStanding stands = standing.of(served, change);
        Map<String, Object> model = new HashMap<>();
        model.put("publisher", register.name());
        model.put("replyTo", register.replyTo());
        model.put("reference", change.reference());
        model.put("vendorName", change.proposal().subprocessor().name());
        model.put("zone", policy.zone().getId());
        model.put("binding", policy.binding());
        model.put(
                "servedOn",
                PersonalFields.day(LocalDate.ofInstant(served.start().at(), policy.zone())));
        model.put("noticeEnds", PersonalFields.day(served.dates().noticeEnds().lastDay()));
        model.put(
                "objectionsClose",
                served.mayObject() && !closed
                        ? PersonalFields.day(served.dates().objectionsClose().lastDay())
                        : null);
        ExemptionsHeld.Held held =
                exemptions.of(change, List.of(served.customer())).get(served.customer());
        LocalDate use = held == null ? stands.earliestUse() : held.useFrom(stands.earliestUse());
        model.put("earliestUse", use == null ? null : PersonalFields.day(use));
        model.put("agreedIn", held == null ? null : held.objection());
        model.put("exemptUntil", held == null || held.until() == null ? null : PersonalFields.day(held.until()));
        model.put("modify", change.proposal().kind() == ChangeKind.MODIFY ? ".MODIFY" : "");
        model.put("why", Phrase.of("said.why.on-file", register.name()).said());
        return model;
    }

    private static Outgoing message(Notice served, Customer customer, Contact contact) {
        return new Outgoing(
                        served.id(),
                        contact.id(),
                        contact.email(),
                        contact.name(),
                        Map.of("customer", customer.name()),
                        new Link(LinkPurpose.NOTICE, served.id(), contact.id(), contact.epoch()))
                .in(contact.language());
    }
}
