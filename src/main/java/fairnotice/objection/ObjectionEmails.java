package fairnotice.objection;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Writes to the people of a case: every contact of its customer, or whoever filed what is not matched yet. */
@Service
class ObjectionEmails {

    private static final EmailFact MADE_OWN = new EmailFact("objection.letter.added.own", null);

    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;

    ObjectionEmails(
            ObjectionContexts contexts,
            ObjectionParties parties,
            Registers registers,
            EmailTemplates letters,
            Mailings mailings) {
        this.contexts = contexts;
        this.parties = parties;
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
    }

    /** Writes to all who belong to the case; a letter already written is not written again. */
    void write(Objection objection, ObjectionEmail letter, EmailFacts says) {
        writeBut(Set.of(), objection, letter, says);
    }

    /** The same to all but those contacts, by their ids. */
    void writeBut(Set<Long> known, Objection objection, ObjectionEmail letter, EmailFacts says) {
        write(
                objection,
                letter,
                says,
                recipients -> recipients
                        .filter(each -> !known.contains(each.contact()))
                        .map(each -> letter.isReceipt() ? answering(objection.filing(), each) : each));
    }

    /** The same to those contacts alone, by their ids. */
    void writeOnly(Set<Long> contacts, Objection objection, ObjectionEmail letter, EmailFacts says) {
        write(objection, letter, says, recipients -> recipients.filter(each -> contacts.contains(each.contact())));
    }

    /** Answers an email that was added to the objection, to the contact that is said to have sent it and to nobody else. @param message of the thread @param madeOwn whether that made the objection the customer's own */
    void writeAdded(Objection objection, long message, Submission email, Instant receivedAt, boolean madeOwn) {
        EmailFact received = EmailFact.said("added", () -> minute(contexts.policy(objection), receivedAt));
        write(
                objection,
                ObjectionEmail.ADDED,
                EmailFacts.dated(madeOwn ? List.of(received, MADE_OWN) : List.of(received))
                        .numbered(Math.toIntExact(message)),
                recipients -> recipients.filter(each -> isFrom(email, each)).map(each -> answering(email, each)));
    }

    private void write(
            Objection objection, ObjectionEmail letter, EmailFacts says, UnaryOperator<Stream<Outgoing>> recipients) {
        ObjectionContext context = contexts.of(objection);
        List<Outgoing> to = recipients.apply(recipients(context).stream()).toList();
        if (to.isEmpty()) {
            return;
        }
        Register register = registers.getById(objection.register());
        String key = "objection/" + letter.word() + "/" + objection.reference() + "/" + says.number();
        mailings.send(
                NewMailing.spoken(to, () -> inThread(register, key, context, letter(context, letter, says, register))),
                to);
    }

    /**
     * Writes a letter that starts the customer's time; what becomes of it is told to its owner.
     *
     * @param times how often it was written before
     */
    void writeFollowed(Objection objection, EmailKey key, int times, EmailFacts says, List<Contact> to) {
        Register register = registers.getById(objection.register());
        ObjectionContext context = contexts.of(objection);
        List<Outgoing> messages = outgoing(context, to);
        long mailing = mailings.open(NewMailing.spoken(
                messages,
                () -> inThread(register, key.mailing(times), context, letter(context, key.letter(), says, register))));
        mailings.append(mailing, messages);
        mailings.seal(mailing);
    }

    private Email letter(ObjectionContext context, ObjectionEmail letter, EmailFacts says, Register register) {
        Map<String, Object> model = new ObjectionEmailModel(context, letter, says, register).whole();
        model.put("why", context.objection().customer() == null ? whose(register) : why(register));
        return says.more().apply(compose(letter, model));
    }

    /**
     * A code for one step, to one contact, in the thread of its case.
     *
     * @param until when the code ends
     * @param step what is confirmed, with all that its holder has to know
     * @param follows key of the sentence on what the step does; null for none
     */
    void writeCode(Objection objection, Contact contact, String code, Instant until, EmailFacts step, String follows) {
        Outgoing to = new Outgoing(
                        objection.id(),
                        contact.id(),
                        contact.email(),
                        contact.name(),
                        Map.of("customer", customer(objection)),
                        null)
                .in(contact.language());
        Register register = registers.getById(objection.register());
        ObjectionContext context = contexts.of(objection);
        String key = "objection/code/" + objection.reference() + "/" + UUID.randomUUID();
        NewMailing mailing = NewMailing.spoken(
                List.of(to),
                () -> inThread(register, key, context, code(context, register, code, until, step, follows)));
        mailings.send(mailing, List.of(to));
    }

    private Email code(
            ObjectionContext context, Register register, String code, Instant until, EmailFacts step, String follows) {
        Map<String, Object> model =
                new ObjectionEmailModel(context, ObjectionEmail.CODE, step, register).ofCode(step.cure() != null);
        model.put("code", code);
        model.put("follows", follows);
        model.put("validUntil", minute(context.policy(), until));
        model.put("why", why(register));
        return compose(ObjectionEmail.CODE, model);
    }

    /** Asks whoever filed on the page open to all whether the address is theirs; shows nothing that was typed there.
     * In the language of that page. */
    void writeConfirmation(Unconfirmed filing, VendorChange change, NoticePolicy policy, Instant now) {
        Register register = registers.getById(change.register());
        Link link = new Link(LinkPurpose.CONFIRM_OBJECTION, filing.id(), filing.id(), 0);
        Outgoing to = new Outgoing(filing.id(), filing.id(), filing.email(), filing.email(), Map.of(), link)
                .in(filing.language());
        String about = "unconfirmed-" + filing.id();
        mailings.send(
                NewMailing.spoken(
                        List.of(to),
                        () -> mailing(
                                register,
                                "objection/confirm/" + about + "/0",
                                about,
                                confirmation(register, change, policy, now))),
                List.of(to));
    }

    private Email confirmation(Register register, VendorChange change, NoticePolicy policy, Instant now) {
        Map<String, Object> model =
                EmailFrame.of(register, policy, change, change.reference(), ObjectionEmail.CONFIRM, EmailFacts.NOTHING);
        model.put("late", false);
        model.put("path", "/filings");
        model.put("date", minute(policy, Unconfirmed.toBeConfirmedBy(now)));
        model.put("why", whose(register));
        return compose(ObjectionEmail.CONFIRM, model);
    }

    private Email compose(ObjectionEmail letter, Map<String, Object> model) {
        return letters.compose("objection", letter.subject(), model);
    }

    /** What goes to the people of a case stands in one thread for each of them: that of the customer's notice, where they got it. */
    private static NewMailing inThread(Register register, String key, ObjectionContext context, Email letter) {
        NewMailing own = mailing(register, key, context.objection().reference(), letter)
                .in("objection/" + context.objection().reference());
        return context.notice()
                .map(of -> own.following(of.conversation(), of.id()))
                .orElse(own);
    }

    /** The receipt of what came by email answers that email, for whoever wrote it. */
    private static Outgoing answering(Submission email, Outgoing message) {
        return email.messageId() != null && isFrom(email, message) ? message.answering(email.messageId()) : message;
    }

    private static boolean isFrom(Submission email, Outgoing message) {
        return email.email() != null
                && EmailAddress.comparable(email.email()).equals(EmailAddress.comparable(message.address()));
    }

    private static NewMailing mailing(Register register, String key, String about, Email letter) {
        return new NewMailing(
                key,
                Kind.CONTRACTUAL,
                about,
                register.name(),
                register.sender(),
                register.replyTo(),
                register.id() + ".objections.fairnotice",
                letter);
    }

    private List<Outgoing> recipients(ObjectionContext context) {
        Objection objection = context.objection();
        return objection.customer() == null ? sender(objection) : outgoing(context, parties.readers(objection));
    }

    private List<Outgoing> outgoing(ObjectionContext context, List<Contact> contacts) {
        Objection objection = context.objection();
        Map<String, String> fields = Map.of("customer", customer(objection));
        return contacts.stream()
                .map(contact -> new Outgoing(
                                objection.id(),
                                contact.id(),
                                contact.email(),
                                contact.name(),
                                fields,
                                context.notice()
                                        .map(of -> new Link(LinkPurpose.NOTICE, of.id(), contact.id(), contact.epoch()))
                                        .orElse(null))
                        .in(contact.language()))
                .toList();
    }

    private List<Outgoing> sender(Objection objection) {
        String email = objection.filing().email();
        return email == null
                ? List.of()
                : List.of(new Outgoing(
                                objection.id(),
                                0,
                                email,
                                objection.filing().sender(),
                                Map.of("customer", customer(objection)),
                                null)
                        .in(contexts.languageOfSender(objection)));
    }

    /** The customer's name; while it is not matched, the one its sender gave. */
    private String customer(Objection objection) {
        Submission filing = objection.filing();
        String given = filing.organisation() == null || filing.organisation().isBlank()
                ? filing.sender()
                : filing.organisation();
        return parties.customer(objection).map(Customer::name).orElse(given == null ? "" : given);
    }

    static String day(NoticePolicy policy, Instant endsAt) {
        return WrittenDay.inWords(Deadline.endingAt(endsAt, policy.zone()).lastDay());
    }

    static String day(LocalDate day) {
        return WrittenDay.inWords(day);
    }

    /** "31 March 2027 (America/Toronto)" */
    static String day(LocalDate day, ZoneId zone) {
        return day(day) + " (" + zone.getId() + ")";
    }

    /** The last day of a deadline that ends then, in the policy's zone and with it. */
    static String lastDay(NoticePolicy policy, Instant endsAt) {
        return lastDay(Deadline.endingAt(endsAt, policy.zone()).lastDay(), policy.zone());
    }

    static String lastDay(LocalDate day, ZoneId zone) {
        return Phrase.of("said.end-of", day, zone).said();
    }

    static String moment(NoticePolicy policy, Instant at) {
        return WrittenDay.second(LocalDateTime.ofInstant(at, policy.zone())) + " ("
                + policy.zone().getId() + ")";
    }

    /** "26 November 2026, 14:32 (UTC)" */
    private static String minute(NoticePolicy policy, Instant at) {
        return WrittenDay.minute(LocalDateTime.ofInstant(at, policy.zone())) + " ("
                + policy.zone().getId() + ")";
    }

    private static String why(Register register) {
        return Phrase.of("said.why.objection", register.name()).said();
    }

    private static String whose(Register register) {
        return Phrase.of("said.why.given", register.name()).said();
    }
}
